'use client';

import type { ReactNode } from 'react';
import { useLoaded } from '../hooks/use-loaded.ts';
import { AccountLinks } from './account-links.tsx';
import type { SiteUser } from './header.tsx';

/** Apart from the rest, because a visitor has no use for it. */
const load = () => import('./user-menu.tsx').then((loaded) => loaded.UserMenu);

export interface AccountProps {
  readonly user: SiteUser;
  /** What stands in the menu's place until its code has come. */
  readonly children: ReactNode;
}

/** The header's right end: who is signed in, or the ways to sign in. */
export function Account({ user, children }: AccountProps) {
  return user === null ? <AccountLinks /> : <Menu user={user}>{children}</Menu>;
}

function Menu({ user, children }: AccountProps & { user: NonNullable<SiteUser> }) {
  const UserMenu = useLoaded(load);
  return UserMenu ? <UserMenu {...user} /> : children;
}
