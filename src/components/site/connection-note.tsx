'use client';

import { useConnection } from '../api/connection.ts';
import { useLoaded } from '../ui/use-loaded.ts';

const loadIcon = () => import('./offline-icon.tsx').then((loaded) => loaded.OfflineIcon);

/** Says when the live connection is gone, over the page so that nothing moves; silent while all is well. */
export function ConnectionNote() {
  const connection = useConnection();
  // At once: when it is wanted it can't be had any more.
  const OfflineIcon = useLoaded(loadIcon);
  const words =
    connection === 'reconnecting'
      ? 'Connection lost. Reconnecting…'
      : connection === 'offline'
        ? 'You are offline. Rookery continues when you are back.'
        : null;
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center px-4"
    >
      {words && (
        <p className="flex animate-[rise_160ms_ease-out] items-center gap-2.5 rounded-full bg-lamp px-4 py-2 font-[560] text-on-lamp text-sm shadow-float">
          {OfflineIcon && <OfflineIcon />}
          {words}
        </p>
      )}
    </div>
  );
}
