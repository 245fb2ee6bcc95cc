-- AlterTable
ALTER TABLE "gameData" ADD COLUMN "hostRating" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "hostProvisional" BOOLEAN NOT NULL DEFAULT false;

-- What the lobby's filters look through: all of an open game that they ask for, newest first. Only open games are in it,
-- hence it is not in models.prisma, which knows no such index.
CREATE INDEX "gameData_offered_idx" ON "gameData"("changedAtMs" DESC, "gameID" DESC, "speed", "variant", "rated", "hostRating", "minRating", "maxRating")
  WHERE "status" = 'open' AND "visibility" = 'lobby' AND "invitedUsername" IS NULL;
