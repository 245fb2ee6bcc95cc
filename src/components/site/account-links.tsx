'use client';

import Link from 'next/link';
import { buttonClass } from '../ui/button.tsx';
import { useReturnPath } from './use-return-path.ts';

/** Sign in and register, both leading back to this page. */
export function AccountLinks() {
  const next = useReturnPath();
  return (
    <>
      <Link href={`/login${next}`} className={buttonClass('quiet', 'small')}>
        Sign in
      </Link>
      <Link href={`/register${next}`} className={buttonClass('primary', 'small')}>
        Register
      </Link>
    </>
  );
}
