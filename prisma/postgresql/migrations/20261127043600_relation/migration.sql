-- The table "silence" under the name that its rows have in the code.
ALTER TABLE "silence" RENAME TO "relation";
ALTER TABLE "relation" RENAME CONSTRAINT "silence_pkey" TO "relation_pkey";
ALTER TABLE "relation" RENAME CONSTRAINT "silence_username_fkey" TO "relation_username_fkey";
ALTER TABLE "relation" RENAME CONSTRAINT "silence_other_fkey" TO "relation_other_fkey";
ALTER INDEX "silence_other_idx" RENAME TO "relation_other_idx";
