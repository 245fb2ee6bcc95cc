'use client';

import { siteText } from '../../generated/texts/site.ts';
import { buttonClass } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useReturnPath } from './use-return-path.ts';

/** Sign in and register, both leading back to this page. */
export function AccountLinks() {
  const next = useReturnPath();
  return (
    <>
      <PageLink href={`/login${next}`} className={buttonClass('quiet', 'small')}>
        {siteText('account.signIn')}
      </PageLink>
      <PageLink href={`/register${next}`} className={buttonClass('primary', 'small')}>
        {siteText('account.signUp')}
      </PageLink>
    </>
  );
}
