import type { Auth } from '../../data-access/db/records.ts';

/** What a token may be used for. */
const scopes = ['bot:play', 'board:play', 'challenge:read', 'challenge:write'] as const;
type Scope = (typeof scopes)[number];

/** Who calls: resolved once, before any service runs. */
export interface Caller extends Auth {
  /** A session has all of them. */
  readonly scopes: ReadonlySet<Scope>;
}

const allScopes: ReadonlySet<Scope> = new Set(scopes);

export const sessionCaller = (auth: Auth): Caller => ({ ...auth, scopes: allScopes });
