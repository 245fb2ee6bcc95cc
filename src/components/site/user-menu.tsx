'use client';

import { LogOut, Settings, Trophy, Tv, UserRound, UserRoundPlus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { siteText } from '../../generated/texts/site.ts';
import { PageLink } from '../ui/page-link.tsx';
import { AccountFace, accountFaceClass } from './account-face.tsx';
import { useReturnPath } from './use-return-path.ts';
import { useSignOut } from './use-sign-out.ts';

const itemClass =
  'touchable flex cursor-pointer items-center gap-3 rounded-lg px-3 text-[0.9375rem] outline-none data-highlighted:bg-sunken';

/** Pages that the header has no room for on a phone. */
const pages = [
  { href: '/tv', name: 'tv', icon: Tv },
  { href: '/leaderboard', name: 'leaderboard', icon: Trophy },
] as const;

/** Who is signed in, and what one can do as that user. The menu stays inside the header, the landmark it belongs to. */
export function UserMenu({ username, guest }: { username: string; guest: boolean }) {
  const signOut = useSignOut();
  const next = useReturnPath();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={accountFaceClass}>
        <AccountFace username={username} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        className="z-40 min-w-52 max-w-72 animate-[rise_120ms_ease-out] rounded-xl border border-line bg-surface p-1.5 shadow-float"
      >
        <DropdownMenu.Label
          title={username}
          className="truncate px-3 py-1.5 font-[560] text-muted text-sm sm:hidden"
        >
          {username}
        </DropdownMenu.Label>
        <DropdownMenu.Item asChild className={itemClass}>
          <PageLink href={`/user/${username}`}>
            <UserRound className="size-4 text-muted" aria-hidden="true" />
            {siteText('account.profile')}
          </PageLink>
        </DropdownMenu.Item>
        {!guest && (
          <DropdownMenu.Item asChild className={itemClass}>
            <PageLink href="/account">
              <Settings className="size-4 text-muted" aria-hidden="true" />
              {siteText('account.settings')}
            </PageLink>
          </DropdownMenu.Item>
        )}
        {guest && (
          <DropdownMenu.Item asChild className={itemClass}>
            <PageLink href={`/register${next}`}>
              <UserRoundPlus className="size-4 text-muted" aria-hidden="true" />
              {siteText('account.keepGames')}
            </PageLink>
          </DropdownMenu.Item>
        )}
        {pages.map(({ href, name, icon: Icon }) => (
          <DropdownMenu.Item key={href} asChild className={`${itemClass} md:hidden`}>
            <PageLink href={href}>
              <Icon className="size-4 text-muted" aria-hidden="true" />
              {siteText(`nav.${name}`)}
            </PageLink>
          </DropdownMenu.Item>
        ))}
        <DropdownMenu.Separator className="mx-2 my-1.5 h-px bg-line" />
        <DropdownMenu.Item className={itemClass} onSelect={signOut}>
          <LogOut className="size-4 text-muted" aria-hidden="true" />
          {siteText('account.signOut')}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
