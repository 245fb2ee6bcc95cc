import { siteText } from '../../generated/texts/site.ts';
import { Wordmark } from '../brand/wordmark.tsx';
import { ChallengeCount } from '../my-games/challenge-count.tsx';
import { GamesLink } from '../my-games/games-link.tsx';
import { Container } from '../ui/container.tsx';
import { NavLink } from '../ui/nav-link.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { Account } from './account.tsx';
import { AccountFace, accountFaceClass } from './account-face.tsx';

/** Who is signed in; null for nobody. */
export type SiteUser = { readonly username: string; readonly guest: boolean } | null;

/** The top of every page. */
export function Header({ user }: { user: SiteUser }) {
  return (
    <header className="border-line border-b bg-surface">
      <Container className="flex h-14 items-center gap-1 sm:gap-2">
        <PageLink href="/" className="-mx-1 mr-2 rounded-md px-1 py-1.5 text-[1.375rem] sm:mr-6">
          <Wordmark />
        </PageLink>
        <nav aria-label={siteText('nav.label')} className="flex items-center gap-1">
          <NavLink href="/lobby">{siteText('nav.lobby')}</NavLink>
          {user && <GamesLink />}
          <NavLink href="/tv" className="max-md:hidden">
            {siteText('nav.tv')}
          </NavLink>
          <NavLink href="/leaderboard" className="max-md:hidden">
            {siteText('nav.leaderboard')}
          </NavLink>
          <NavLink href="/docs/api" className="max-lg:hidden">
            {siteText('nav.apiDocs')}
          </NavLink>
        </nav>
        <div className="relative ml-auto flex items-center gap-1 sm:gap-2">
          <ChallengeCount />
          <Account user={user}>
            {user && (
              <button type="button" disabled className={accountFaceClass}>
                <AccountFace username={user.username} />
              </button>
            )}
          </Account>
        </div>
      </Container>
    </header>
  );
}
