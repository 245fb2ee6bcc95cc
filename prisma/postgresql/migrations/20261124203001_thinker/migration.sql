-- AlterTable
ALTER TABLE "gameData" ADD COLUMN     "thinker" TEXT,
ADD COLUMN     "thinkingUntilMs" BIGINT NOT NULL DEFAULT 0;
