'use client';

import { siteText } from '../../generated/texts/site.ts';
import { useConnection } from '../api/connection.ts';
import { Icon } from '../ui/icon.tsx';

/** Says when the live connection is gone, over the page so that nothing moves; silent while all is well. */
export function ConnectionNote() {
  const connection = useConnection();
  const text =
    connection === 'reconnecting' || connection === 'offline'
      ? siteText(`connection.${connection}`)
      : null;
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center px-4"
    >
      {text && (
        <p className="flex animate-[rise_160ms_ease-out] items-center gap-2.5 rounded-full bg-lamp px-4 py-2 font-[560] text-on-lamp text-sm shadow-float">
          <Icon className="size-4">
            <path d="M3 3l18 18M3 9a14 14 0 0 1 4-3M11 5a14 14 0 0 1 10 4M6 13a9 9 0 0 1 4-2M9 16a4 4 0 0 1 6 0M12 20h.01" />
          </Icon>
          {text}
        </p>
      )}
    </div>
  );
}
