import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** The width that a page's content keeps to: the header, the pages and the footer share it. */
export function Container({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={clsx('mx-auto w-full max-w-[84rem] px-4 sm:px-6', className)}>{children}</div>
  );
}
