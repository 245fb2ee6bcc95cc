'use client';

import { clsx } from 'clsx';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageLink } from './page-link.tsx';

export interface NavLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link of the header that shows when one is there. */
export function NavLink({ href, className, children }: NavLinkProps) {
  const here = usePathname() === href;
  return (
    <PageLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={clsx(
        'touchable inline-flex items-center rounded-lg px-2.5 font-[520] text-[0.9375rem] hover:bg-sunken',
        here ? 'text-ink' : 'text-muted hover:text-ink',
        className,
      )}
    >
      {children}
    </PageLink>
  );
}
