-- AlterTable
ALTER TABLE "gameData" RENAME COLUMN "thinker" TO "engineLeaseOwner";
ALTER TABLE "gameData" RENAME COLUMN "thinkingUntilMs" TO "engineLeaseUntilMs";
