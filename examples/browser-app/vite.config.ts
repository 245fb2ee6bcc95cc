import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** In your own project, install the package `rookery` and leave the alias out. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: {
      'rookery/client': fileURLToPath(new URL('../../src/client/index.ts', import.meta.url)),
    },
  },
});
