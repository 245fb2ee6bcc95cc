-- CreateTable
CREATE TABLE "moveLog" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "rows" TEXT NOT NULL
);
