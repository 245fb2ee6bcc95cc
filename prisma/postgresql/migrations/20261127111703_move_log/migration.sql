-- CreateTable
CREATE TABLE "moveLog" (
    "id" INTEGER NOT NULL,
    "rows" TEXT NOT NULL,

    CONSTRAINT "moveLog_pkey" PRIMARY KEY ("id")
);
