-- AlterTable
ALTER TABLE "gameData" ADD COLUMN "hostRating" INTEGER;
ALTER TABLE "gameData" ADD COLUMN "hostProvisional" BOOLEAN NOT NULL DEFAULT false;

-- What the lobby's filters look through: all of an open game that they ask for, newest first. Only open games are in it,
-- hence it is not in models.prisma, which knows no such index. It is one expression, because SQLite would otherwise
-- take the index on the status alone, which says nothing of what the filters ask for.
CREATE INDEX "gameData_offered_idx" ON "gameData"("changedAtMs" DESC, "gameID" DESC, "speed", "variant", "rated", "hostRating", "minRating", "maxRating")
  WHERE ("status" || ' ' || "visibility" || ' ' || coalesce("invitedUsername", '')) = 'open lobby ';
