import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Settings } from '../base/settings.ts';

/**
 * Sets a page's security headers: only our scripts run (Next reads the nonce from the request and adds it to them), no
 * other page may frame it, and nothing is loaded from another host.
 * @returns the nonce
 */
export function secure(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Settings,
  development: boolean,
): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socketOrigin(request, settings)}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  return nonce;
}

/** In public mode, makes browsers use https only for a year after each answer (contract, Access). */
export function requireHttps(response: ServerResponse, { mode }: Settings): void {
  if (mode === 'public') response.setHeader('strict-transport-security', 'max-age=31536000');
}

/** Needed for Safari, where 'self' does not cover ws:. */
function socketOrigin({ headers }: IncomingMessage, { PUBLIC_URL }: Settings): string {
  return (PUBLIC_URL ?? `http://${headers.host}`).replace(/^http/, 'ws');
}
