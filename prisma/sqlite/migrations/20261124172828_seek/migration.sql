-- CreateTable
CREATE TABLE "seek" (
    "username" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seekID" TEXT NOT NULL,
    "pool" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "minRating" INTEGER,
    "maxRating" INTEGER,
    "sinceMs" BIGINT NOT NULL,
    "aliveAtMs" BIGINT NOT NULL,
    "gameID" INTEGER,

    PRIMARY KEY ("username", "kind"),
    CONSTRAINT "seek_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "seek_gameID_pool_idx" ON "seek"("gameID", "pool");

-- CreateIndex
CREATE INDEX "gameData_whiteUsername_status_idx" ON "gameData"("whiteUsername", "status");

-- CreateIndex
CREATE INDEX "gameData_blackUsername_status_idx" ON "gameData"("blackUsername", "status");
