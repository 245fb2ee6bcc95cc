import type { ServerResponse } from 'node:http';
import type { Settings } from '../base/settings.ts';

/** Sends `/robots.txt`: search engines are excluded unless INDEXING is set. */
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

/** Asks search engines not to index a page that they reach despite `/robots.txt`. */
export function askNotToIndex(response: ServerResponse, { INDEXING }: Settings): void {
  if (INDEXING === 'off') response.setHeader('x-robots-tag', 'noindex');
}
