-- CreateTable
CREATE TABLE "user" (
    "username" TEXT NOT NULL PRIMARY KEY,
    "usernameKey" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "createdAtMs" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "auth" (
    "tokenDigest" TEXT NOT NULL PRIMARY KEY,
    "username" TEXT NOT NULL,
    "createdAtMs" BIGINT NOT NULL,
    "lastUsedAtMs" BIGINT NOT NULL,
    "expiresAtMs" BIGINT NOT NULL,
    "userAgent" TEXT,
    CONSTRAINT "auth_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "gameData" (
    "gameID" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "gameName" TEXT NOT NULL,
    "whiteUsername" TEXT,
    "blackUsername" TEXT,
    "status" TEXT NOT NULL,
    "createdAtMs" BIGINT NOT NULL,
    "changedAtMs" BIGINT NOT NULL,
    "initialFen" TEXT NOT NULL,
    "fen" TEXT NOT NULL,
    "ply" INTEGER NOT NULL DEFAULT 0,
    "lastMove" TEXT,
    "lastEvent" INTEGER NOT NULL DEFAULT 0,
    "endReason" TEXT,
    "winner" TEXT,
    CONSTRAINT "gameData_whiteUsername_fkey" FOREIGN KEY ("whiteUsername") REFERENCES "user" ("username") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "gameData_blackUsername_fkey" FOREIGN KEY ("blackUsername") REFERENCES "user" ("username") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "move" (
    "gameID" INTEGER NOT NULL,
    "ply" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "uci" TEXT NOT NULL,
    "san" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("gameID", "ply"),
    CONSTRAINT "move_gameID_fkey" FOREIGN KEY ("gameID") REFERENCES "gameData" ("gameID") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "gameEvent" (
    "gameID" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "atMs" BIGINT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("gameID", "number"),
    CONSTRAINT "gameEvent_gameID_fkey" FOREIGN KEY ("gameID") REFERENCES "gameData" ("gameID") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateIndex
CREATE UNIQUE INDEX "user_usernameKey_key" ON "user"("usernameKey");

-- CreateIndex
CREATE INDEX "auth_username_idx" ON "auth"("username");

-- CreateIndex
CREATE INDEX "auth_expiresAtMs_idx" ON "auth"("expiresAtMs");

-- CreateIndex
CREATE INDEX "gameData_status_changedAtMs_gameID_idx" ON "gameData"("status", "changedAtMs", "gameID");

-- CreateIndex
CREATE INDEX "gameData_whiteUsername_gameID_idx" ON "gameData"("whiteUsername", "gameID");

-- CreateIndex
CREATE INDEX "gameData_blackUsername_gameID_idx" ON "gameData"("blackUsername", "gameID");
