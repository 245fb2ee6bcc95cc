-- AlterTable
ALTER TABLE "user" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'user';
