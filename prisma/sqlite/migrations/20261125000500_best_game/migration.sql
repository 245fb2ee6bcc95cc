-- The running games of the lobby, those most worth watching first: what the pages show first is then read, not looked for.
-- Only running games are in it, hence it is not in models.prisma, which knows no such index.
CREATE INDEX "gameData_best_idx" ON "gameData"(
  (CASE WHEN "variant" = 'standard' AND "speed" IN ('blitz', 'rapid', 'classical') THEN 0
        WHEN "limitMs" IS NOT NULL THEN 1 ELSE 2 END),
  (coalesce("whiteRating", 0) + coalesce("blackRating", 0)) DESC,
  "changedAtMs" DESC, "gameID" DESC, "speed", "variant")
  WHERE ("status" || ' ' || "visibility") = 'playing lobby';
