-- AlterTable
ALTER TABLE "gameData" ADD COLUMN "thinker" TEXT;
ALTER TABLE "gameData" ADD COLUMN "thinkingUntilMs" BIGINT NOT NULL DEFAULT 0;
