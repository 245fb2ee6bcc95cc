'use client';

import dynamic from 'next/dynamic';
import { AccountLinks } from './account-links.tsx';

/** Apart from the rest, because a visitor has no use for it. */
const UserMenu = dynamic(() => import('./user-menu.tsx').then(({ UserMenu }) => UserMenu));

/** The header's right end: who is signed in, or the ways to sign in. `username` is null for nobody. */
export function Account({ username }: { username: string | null }) {
  return username === null ? <AccountLinks /> : <UserMenu username={username} />;
}
