'use client';

import { X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { gamesText } from '../../../generated/texts/games.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { pathOf } from './is-busy.ts';
import type { Notice } from './notices.ts';
import { useVisible } from './use-attention.ts';

/** How long a notice stays without pointer and focus on it, ms. */
const STAYS_MS = 10_000;

export interface NoticeCardProps {
  readonly notice: Notice;
  readonly dismiss: () => void;
}

/** News of a game. It disappears by itself, but not under the pointer, with the focus or unseen; at once at its board. */
export function NoticeCard({ notice, dismiss }: NoticeCardProps) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const visible = useVisible();
  const stays = pointed || focused || !visible;
  const isHere = usePathname() === pathOf(notice.gameID);
  const end = useEffectEvent(dismiss);
  useEffect(() => {
    if (isHere) end();
  }, [isHere]);
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => end(), STAYS_MS);
    return () => clearTimeout(timer);
  }, [stays]);
  return (
    <div
      role="note"
      aria-label={gamesText('notice.label')}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="pointer-events-auto flex w-full animate-[rise_160ms_ease-out] items-center gap-3 rounded-xl border border-line bg-surface py-2 pr-2 pl-4 shadow-float sm:w-96"
    >
      <p className="wrap-anywhere min-w-0 flex-1 text-[0.9375rem]">
        {notice.text}{' '}
        {notice.link && (
          <PageLink
            href={pathOf(notice.gameID)}
            onClick={dismiss}
            className="font-[560] text-feather underline underline-offset-4"
          >
            {gamesText('notice.return')}
          </PageLink>
        )}
      </p>
      <button
        type="button"
        aria-label={gamesText('notice.dismiss')}
        onClick={dismiss}
        className="grid size-10 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
      >
        <X className="size-5" aria-hidden="true" />
      </button>
    </div>
  );
}
