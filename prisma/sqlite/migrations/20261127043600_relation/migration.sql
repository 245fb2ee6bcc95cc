-- The table "silence" under the name that its rows have in the code. Made anew, so that its constraints are named after it.
CREATE TABLE "relation" (
    "username" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "atMs" BIGINT NOT NULL,

    PRIMARY KEY ("username", "other"),
    CONSTRAINT "relation_username_fkey" FOREIGN KEY ("username") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "relation_other_fkey" FOREIGN KEY ("other") REFERENCES "user" ("username") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

INSERT INTO "relation" ("username", "other", "kind", "atMs")
SELECT "username", "other", "kind", "atMs" FROM "silence";

DROP TABLE "silence";

-- CreateIndex
CREATE INDEX "relation_other_idx" ON "relation"("other");
