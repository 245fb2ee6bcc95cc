import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { Auth } from '../../data-access/db/records.ts';

/** The scopes of tokens. */
const scopes = ['bot:play', 'board:play', 'challenge:read', 'challenge:write'] as const;
export type Scope = (typeof scopes)[number];

/** The authenticated caller, resolved before any service runs. */
export interface Caller extends Auth {
  /** A session has all scopes. */
  readonly scopes: ReadonlySet<Scope>;
}

const allScopes: ReadonlySet<Scope> = new Set(scopes);

export const sessionCaller = (auth: Auth): Caller => ({ ...auth, scopes: allScopes });

/** @throws RookeryError `forbidden` when the caller's token lacks the scope */
export function requireScope({ scopes: granted }: Caller, scope: Scope): void {
  if (granted.has(scope)) return;
  throw new RookeryError('forbidden', { problem: problem('request.scope', { scope }) });
}

/** @throws RookeryError `forbidden` for other roles */
export function requireAdminRole({ role }: Caller): void {
  if (role === 'admin') return;
  throw new RookeryError('forbidden', { problem: problem('request.adminOnly') });
}
