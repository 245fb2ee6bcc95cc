'use client';

import dynamic from 'next/dynamic';
import { AccountLinks } from './account-links.tsx';
import type { SiteUser } from './header.tsx';

/** Apart from the rest, because a visitor has no use for it. */
const UserMenu = dynamic(() => import('./user-menu.tsx').then(({ UserMenu }) => UserMenu));

/** The header's right end: who is signed in, or the ways to sign in. */
export function Account({ user }: { user: SiteUser }) {
  return user === null ? (
    <AccountLinks />
  ) : (
    <UserMenu username={user.username} guest={user.guest} />
  );
}
