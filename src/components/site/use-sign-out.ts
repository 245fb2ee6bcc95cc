'use client';

import { useRouter } from 'next/navigation';
import { resetConnection, useTRPCClient } from '../api/connection.ts';

/** Ends the session and shows the present page again as a visitor sees it. */
export function useSignOut(): () => void {
  const { auth } = useTRPCClient();
  const router = useRouter();
  const show = () => {
    resetConnection();
    router.refresh();
  };
  // Also after an error: the session had ended already, and the page should show it.
  return () => void auth.logout.mutate().then(show, show);
}
