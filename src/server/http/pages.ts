import { readdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';

/** The pages of `src/app`, which Next renders at each request. */
const drawn = [
  /^\/$/,
  /^\/(login|register|account|lobby|games|tv|leaderboard)$/,
  /^\/game\/[^/]+$/,
  /^\/user\/[^/]+$/,
  /^\/docs\/api$/,
];

/** Files that Next generates. */
const made = /^\/(icon\.svg|apple-icon(\.png)?|manifest\.webmanifest|robots\.txt|favicon\.ico)$/;

export const isDrawn = (path: string): boolean => drawn.some((page) => page.test(path));

/**
 * Returns a test for paths that Next serves, so that a program that requests an unknown path gets JSON instead of a
 * page (R-ERR-1, R-ERR-2). A browser gets Next's 404 page.
 * @param publicFolder holds files served as they are
 */
export function createPageTest(publicFolder: string): (path: string) => boolean {
  const files = new Set(listFiles(publicFolder).map((file) => `/${file}`));
  return (path) =>
    path.startsWith('/_next/') ||
    path.startsWith('/__next') ||
    isDrawn(path) ||
    made.test(path) ||
    files.has(path);
}

/** Whether the client accepts HTML. */
export const wantsPage = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.includes('text/html') ?? false;

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return []; // the folder does not exist
  }
}
