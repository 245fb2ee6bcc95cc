// Reads settings from a file .env beside package.json, if there is one; the environment takes precedence.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

export function readEnvFile() {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
