-- CreateTable
CREATE TABLE "silence" (
    "username" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    CONSTRAINT "silence_pkey" PRIMARY KEY ("username","other")
);

-- CreateTable
CREATE TABLE "report" (
    "reporter" TEXT NOT NULL,
    "gameID" INTEGER NOT NULL,
    "room" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reported" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("reporter","gameID","room","number")
);

-- CreateIndex
CREATE INDEX "silence_other_idx" ON "silence"("other");

-- CreateIndex
CREATE INDEX "report_atMs_idx" ON "report"("atMs");

-- CreateIndex
CREATE INDEX "report_reported_idx" ON "report"("reported");

-- CreateIndex
CREATE INDEX "message_username_atMs_idx" ON "message"("username", "atMs");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_gameID_fkey" FOREIGN KEY ("gameID") REFERENCES "gameData"("gameID") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_username_fkey" FOREIGN KEY ("username") REFERENCES "user"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence" ADD CONSTRAINT "silence_username_fkey" FOREIGN KEY ("username") REFERENCES "user"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence" ADD CONSTRAINT "silence_other_fkey" FOREIGN KEY ("other") REFERENCES "user"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_fkey" FOREIGN KEY ("reporter") REFERENCES "user"("username") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_reported_fkey" FOREIGN KEY ("reported") REFERENCES "user"("username") ON DELETE CASCADE ON UPDATE CASCADE;
