import type { ServerResponse } from 'node:http';
import type { Settings } from '../base/settings.ts';

/** `/robots.txt`: nothing is listed unless INDEXING is on. */
export function sendRobots(response: ServerResponse, { INDEXING }: Settings): void {
  const text = INDEXING === 'on' ? 'User-agent: *\nAllow: /\n' : 'User-agent: *\nDisallow: /\n';
  response.writeHead(200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** Asks search engines not to list a page that they found despite `/robots.txt`. */
export function askNotToIndex(response: ServerResponse, { INDEXING }: Settings): void {
  if (INDEXING === 'off') response.setHeader('x-robots-tag', 'noindex');
}
