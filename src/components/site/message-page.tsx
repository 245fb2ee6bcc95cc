import type { ReactNode } from 'react';
import { siteText } from '../../generated/texts/site.ts';
import { Mark } from '../brand/mark.tsx';
import { buttonClass } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';

export interface MessagePageProps {
  readonly title: string;
  /** What may have happened. */
  readonly children: ReactNode;
  /** What to do about it besides going elsewhere. */
  readonly action?: ReactNode;
}

/** A page in place of one that isn't there or didn't work, with the ways on. */
export function MessagePage({ title, children, action }: MessagePageProps) {
  return (
    <div className="mx-auto flex w-full max-w-lg flex-1 flex-col items-center justify-center px-4 py-20 text-center">
      <Mark className="size-16 text-feather" />
      <h1 className="mt-6 font-[680] text-3xl tracking-[-0.03em]">{title}</h1>
      <p className="mt-3 text-muted">{children}</p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        {action}
        <PageLink href="/lobby" className={buttonClass(action ? 'plain' : 'primary')}>
          {siteText('goTo.lobby')}
        </PageLink>
        <PageLink href="/" className={buttonClass('quiet')}>
          {siteText('goTo.home')}
        </PageLink>
      </div>
    </div>
  );
}
