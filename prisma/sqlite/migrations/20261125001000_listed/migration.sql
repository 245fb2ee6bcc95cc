-- All that the list of games tells of one (R-LIST-1), without the rest of its row.
CREATE INDEX "gameData_listed_idx" ON "gameData"("gameID", "gameName", "whiteUsername", "blackUsername");
