-- AlterTable
ALTER TABLE "move" ADD COLUMN "quotaMs" INTEGER;
