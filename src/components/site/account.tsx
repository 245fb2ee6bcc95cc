'use client';

import { useLoaded } from '../ui/use-loaded.ts';
import { AccountFace, accountFaceClass } from './account-face.tsx';
import { AccountLinks } from './account-links.tsx';
import type { SiteUser } from './header.tsx';

/** Apart from the rest, because a visitor has no use for it. */
const load = () => import('./user-menu.tsx').then((loaded) => loaded.UserMenu);

/** The header's right end: who is signed in, or the ways to sign in. */
export function Account({ user }: { user: SiteUser }) {
  return user === null ? <AccountLinks /> : <Menu {...user} />;
}

/** The account's menu, and until its code has come the button that will open it. */
function Menu(user: NonNullable<SiteUser>) {
  const UserMenu = useLoaded(load);
  if (UserMenu) return <UserMenu {...user} />;
  return (
    <button type="button" disabled className={accountFaceClass}>
      <AccountFace username={user.username} />
    </button>
  );
}
