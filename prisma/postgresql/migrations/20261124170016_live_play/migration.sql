-- AlterTable
ALTER TABLE "user" ADD COLUMN     "guest" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "gameData" ADD COLUMN     "blackProvisional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "blackRating" INTEGER,
ADD COLUMN     "daysPerMove" INTEGER,
ADD COLUMN     "dueAtMs" BIGINT,
ADD COLUMN     "hostColor" TEXT,
ADD COLUMN     "hostUsername" TEXT,
ADD COLUMN     "incrementMs" INTEGER,
ADD COLUMN     "invitedUsername" TEXT,
ADD COLUMN     "limitMs" INTEGER,
ADD COLUMN     "maxRating" INTEGER,
ADD COLUMN     "minRating" INTEGER,
ADD COLUMN     "rated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'api',
ADD COLUMN     "speed" TEXT NOT NULL DEFAULT 'correspondence',
ADD COLUMN     "variant" TEXT NOT NULL DEFAULT 'standard',
ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'lobby',
ADD COLUMN     "whiteProvisional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "whiteRating" INTEGER;

-- AlterTable
ALTER TABLE "move" ADD COLUMN     "blackMs" INTEGER,
ADD COLUMN     "whiteMs" INTEGER;

-- CreateTable
CREATE TABLE "rating" (
    "username" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "speed" TEXT NOT NULL,
    "rating" DOUBLE PRECISION NOT NULL,
    "deviation" DOUBLE PRECISION NOT NULL,
    "volatility" DOUBLE PRECISION NOT NULL,
    "games" INTEGER NOT NULL,
    "updatedAtMs" BIGINT NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("username","variant","speed")
);

-- CreateTable
CREATE TABLE "ratingChange" (
    "gameID" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "speed" TEXT NOT NULL,
    "before" DOUBLE PRECISION NOT NULL,
    "after" DOUBLE PRECISION NOT NULL,
    "atMs" BIGINT NOT NULL,

    CONSTRAINT "ratingChange_pkey" PRIMARY KEY ("gameID","username")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "id" INTEGER NOT NULL,
    "aliveAtMs" BIGINT NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "downtime" (
    "fromMs" BIGINT NOT NULL,
    "toMs" BIGINT NOT NULL,

    CONSTRAINT "downtime_pkey" PRIMARY KEY ("fromMs")
);

-- CreateTable
CREATE TABLE "message" (
    "gameID" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("gameID","room","number")
);

-- CreateIndex
CREATE INDEX "rating_variant_speed_rating_idx" ON "rating"("variant", "speed", "rating");

-- CreateIndex
CREATE INDEX "ratingChange_username_variant_speed_atMs_idx" ON "ratingChange"("username", "variant", "speed", "atMs");

-- CreateIndex
CREATE INDEX "gameData_hostUsername_status_idx" ON "gameData"("hostUsername", "status");

-- CreateIndex
CREATE INDEX "gameData_invitedUsername_status_idx" ON "gameData"("invitedUsername", "status");

-- CreateIndex
CREATE INDEX "gameData_dueAtMs_idx" ON "gameData"("dueAtMs");

-- AddForeignKey
ALTER TABLE "gameData" ADD CONSTRAINT "gameData_hostUsername_fkey" FOREIGN KEY ("hostUsername") REFERENCES "user"("username") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gameData" ADD CONSTRAINT "gameData_invitedUsername_fkey" FOREIGN KEY ("invitedUsername") REFERENCES "user"("username") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_username_fkey" FOREIGN KEY ("username") REFERENCES "user"("username") ON DELETE CASCADE ON UPDATE CASCADE;
