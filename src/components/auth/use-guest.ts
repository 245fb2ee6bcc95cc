'use client';

import { useRouter } from 'next/navigation';
import { resetConnection, useTRPCClient } from '../api/connection.ts';

/**
 * Signs a visitor in as a guest: to be awaited before whatever a guest may do. Rejects with the server's error.
 * `refresh: false` leaves the page as it was drawn for a visitor.
 */
export function useGuest(): (options?: { readonly refresh: boolean }) => Promise<void> {
  const { auth } = useTRPCClient();
  const router = useRouter();
  return async ({ refresh } = { refresh: true }) => {
    await auth.guest.mutate({ tokenDelivery: 'cookie' });
    resetConnection();
    if (refresh) router.refresh();
  };
}
