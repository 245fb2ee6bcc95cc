import { clsx } from 'clsx';
import { siteText } from '../../generated/texts/site.ts';
import { Mark } from '../brand/mark.tsx';
import { Container } from '../ui/container.tsx';
import { PageLink } from '../ui/page-link.tsx';

const linkClass =
  'inline-block py-1 underline decoration-line underline-offset-4 hover:decoration-current';

/** The foot of every page: the licence, and where programs find their way in. */
export function Footer() {
  return (
    <footer className="mt-auto border-line border-t text-muted text-sm">
      <Container className="flex flex-wrap items-center gap-x-8 gap-y-2 py-6">
        <p className="flex items-center gap-2.5">
          <Mark className="size-5 text-feather" />
          {siteText('footer.license')}
        </p>
        <nav aria-label={siteText('footer.label')} className="flex flex-wrap gap-x-6 sm:ml-auto">
          {/* On a phone the header has no room for these. */}
          <PageLink href="/tv" className={clsx(linkClass, 'md:hidden')}>
            {siteText('nav.tv')}
          </PageLink>
          <PageLink href="/leaderboard" className={clsx(linkClass, 'md:hidden')}>
            {siteText('nav.leaderboard')}
          </PageLink>
          <PageLink href="/docs/api" className={linkClass}>
            {siteText('footer.apiDocumentation')}
          </PageLink>
          <a href="/openapi.json" className={linkClass}>
            openapi.json
          </a>
        </nav>
      </Container>
    </footer>
  );
}
