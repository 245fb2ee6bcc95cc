import { defineConfig } from 'prisma/config';

// `prisma generate` looks for the native schema engine although it does not run it; any executable satisfies it, and
// nothing has to be downloaded.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/sqlite/schema.prisma',
});
