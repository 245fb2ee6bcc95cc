-- CreateTable
CREATE TABLE "reservation" (
    "username" TEXT NOT NULL PRIMARY KEY,
    "gameID" INTEGER NOT NULL,
    "expiresAtMs" BIGINT NOT NULL,
    CONSTRAINT "reservation_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Until now a row of "seek" named the game that its user was promised to, and was there, with the pool '{}', also for those
-- who sought nothing. A promise counted for a minute.
INSERT INTO "reservation" ("username", "gameID", "expiresAtMs")
SELECT "username", "gameID", "aliveAtMs" + 60000 FROM "seek"
WHERE "kind" = 'clock' AND "gameID" IN (SELECT "gameID" FROM "gameData" WHERE "status" = 'open');

DELETE FROM "seek" WHERE "pool" = '{}';

-- A game that has not begun ends no seek.
UPDATE "seek" SET "gameID" = NULL
WHERE "gameID" NOT IN (SELECT "gameID" FROM "gameData" WHERE "status" <> 'open');

-- DropIndex
DROP INDEX "seek_gameID_pool_idx";

-- CreateIndex
CREATE UNIQUE INDEX "seek_seekID_key" ON "seek"("seekID");

-- CreateIndex
CREATE INDEX "reservation_gameID_idx" ON "reservation"("gameID");
