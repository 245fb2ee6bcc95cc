'use client';

import { usePathname } from 'next/navigation';

/** `?next=…` that leads back to the present page; nothing from home and from the sign-in pages themselves. */
export function useReturnPath(): string {
  const path = usePathname();
  return ['/', '/login', '/register'].includes(path) ? '' : `?next=${encodeURIComponent(path)}`;
}
