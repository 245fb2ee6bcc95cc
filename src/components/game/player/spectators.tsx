'use client';

import { clsx } from 'clsx';
import { ChevronDown, Eye } from 'lucide-react';
import { useId, useState } from 'react';
import type { Presence } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { PageLink } from '../../ui/page-link.tsx';

/** The number of spectators, and on demand the names of those who are signed in. */
export function Spectators({ presence }: { presence: Presence | null }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const names = presence?.names ?? [];
  const others = (presence?.spectators ?? 0) - names.length;
  const text =
    presence === null
      ? gameText('spectators.label')
      : gameText('spectators.count', { count: presence.spectators });
  if (names.length === 0) {
    return (
      <p className="figures flex min-w-28 items-center gap-2">
        <Eye className="size-4" aria-hidden="true" />
        {text}
      </p>
    );
  }
  return (
    <div className="relative min-w-28">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        className="figures flex items-center gap-2 rounded-sm hover:text-ink"
      >
        <Eye className="size-4" aria-hidden="true" />
        {text}
        <ChevronDown className={clsx('size-4', open && 'rotate-180')} aria-hidden="true" />
      </button>
      {/* Laid over what follows, so that nothing moves. */}
      <ul
        id={id}
        hidden={!open}
        aria-label={gameText('spectators.label')}
        className="absolute top-full left-0 z-30 mt-1 max-h-60 w-56 overflow-y-auto rounded-lg border border-line bg-surface p-2 shadow-float"
      >
        {names.map((name) => (
          <li key={name}>
            <PageLink
              href={`/user/${name}`}
              title={name}
              className="block truncate rounded-md px-2 py-1.5 text-ink hover:bg-sunken"
            >
              {name}
            </PageLink>
          </li>
        ))}
        {others > 0 && (
          <li className="px-2 py-1.5">{gameText('spectators.visitors', { count: others })}</li>
        )}
      </ul>
    </div>
  );
}
