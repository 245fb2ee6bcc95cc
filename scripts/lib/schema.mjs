// Makes the two schema files of prisma/models.prisma.
export const providers = /** @type {const} */ (['sqlite', 'postgresql']);

/**
 * The whole schema for one database: its generator and datasource blocks, and the models.
 * @param {typeof providers[number]} provider
 * @param {string} models
 */
export const schemaFor = (
  provider,
  models,
) => `// Written by scripts/generate.mjs from prisma/models.prisma: change that.

generator client {
  provider = "prisma-client"
  output   = "../../src/generated/${provider}"
  compilerBuild = "small"
}

datasource db {
  provider = "${provider}"
}

${models}`;
