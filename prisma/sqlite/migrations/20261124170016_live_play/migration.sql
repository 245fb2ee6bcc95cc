-- AlterTable
ALTER TABLE "move" ADD COLUMN "blackMs" INTEGER;
ALTER TABLE "move" ADD COLUMN "whiteMs" INTEGER;

-- CreateTable
CREATE TABLE "rating" (
    "username" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "speed" TEXT NOT NULL,
    "rating" REAL NOT NULL,
    "deviation" REAL NOT NULL,
    "volatility" REAL NOT NULL,
    "games" INTEGER NOT NULL,
    "updatedAtMs" BIGINT NOT NULL,

    PRIMARY KEY ("username", "variant", "speed"),
    CONSTRAINT "rating_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ratingChange" (
    "gameID" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "speed" TEXT NOT NULL,
    "before" REAL NOT NULL,
    "after" REAL NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("gameID", "username")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "heartbeat" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "aliveAtMs" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "downtime" (
    "fromMs" BIGINT NOT NULL PRIMARY KEY,
    "toMs" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "message" (
    "gameID" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("gameID", "room", "number")
) WITHOUT ROWID;

-- Columns are added, not tables made anew: dropping "gameData" would take the moves of all games with it, and the numbers
-- that must never be used again.

-- AlterTable
ALTER TABLE "user" ADD COLUMN "guest" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "gameData" ADD COLUMN "variant" TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE "gameData" ADD COLUMN "speed" TEXT NOT NULL DEFAULT 'correspondence';
ALTER TABLE "gameData" ADD COLUMN "limitMs" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "incrementMs" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "daysPerMove" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "rated" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "gameData" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'lobby';
ALTER TABLE "gameData" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'api';
ALTER TABLE "gameData" ADD COLUMN "hostUsername" TEXT REFERENCES "user" ("username") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "gameData" ADD COLUMN "hostColor" TEXT;
ALTER TABLE "gameData" ADD COLUMN "invitedUsername" TEXT REFERENCES "user" ("username") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "gameData" ADD COLUMN "minRating" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "maxRating" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "whiteRating" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "blackRating" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "whiteProvisional" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "gameData" ADD COLUMN "blackProvisional" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "gameData" ADD COLUMN "dueAtMs" BIGINT;

-- CreateIndex
CREATE INDEX "gameData_hostUsername_status_idx" ON "gameData"("hostUsername", "status");

-- CreateIndex
CREATE INDEX "gameData_invitedUsername_status_idx" ON "gameData"("invitedUsername", "status");

-- CreateIndex
CREATE INDEX "gameData_dueAtMs_idx" ON "gameData"("dueAtMs");

-- CreateIndex
CREATE INDEX "rating_variant_speed_rating_idx" ON "rating"("variant", "speed", "rating");

-- CreateIndex
CREATE INDEX "ratingChange_username_variant_speed_atMs_idx" ON "ratingChange"("username", "variant", "speed", "atMs");
