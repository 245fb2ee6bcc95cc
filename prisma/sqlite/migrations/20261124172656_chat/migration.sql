-- CreateTable
CREATE TABLE "silence" (
    "username" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("username", "other"),
    CONSTRAINT "silence_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "silence_other_fkey" FOREIGN KEY ("other") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "report" (
    "reporter" TEXT NOT NULL,
    "gameID" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reported" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("reporter", "gameID", "room", "number"),
    CONSTRAINT "report_reporter_fkey" FOREIGN KEY ("reporter") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "report_reported_fkey" FOREIGN KEY ("reported") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- Made anew with its foreign keys: no version has written to it so far, and nothing refers to it.
DROP TABLE "message";

-- CreateTable
CREATE TABLE "message" (
    "gameID" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("gameID", "room", "number"),
    CONSTRAINT "message_gameID_fkey" FOREIGN KEY ("gameID") REFERENCES "gameData" ("gameID") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "message_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "message_username_atMs_idx" ON "message"("username", "atMs");

-- CreateIndex
CREATE INDEX "silence_other_idx" ON "silence"("other");

-- CreateIndex
CREATE INDEX "report_atMs_idx" ON "report"("atMs");

-- CreateIndex
CREATE INDEX "report_reported_idx" ON "report"("reported");
