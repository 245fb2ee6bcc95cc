'use client';

import { lobbyText } from '../../../generated/texts/lobby.ts';
import { richText } from '../../text/rich-text.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { SeekWaiting } from './lazy-parts.ts';
import type { SeekState } from './seek-state.ts';

export interface SeekStatusProps {
  readonly seek: SeekState;
  readonly username: string | null;
  readonly guest: boolean;
}

/** The line under the buttons, of constant height: the seek's state, or what the buttons do. */
export const SeekStatus = (props: SeekStatusProps) => (
  <p className="mt-3 min-h-11 text-muted text-sm sm:min-h-6" aria-live="polite">
    <Status {...props} />
  </p>
);

function Status({ seek, username, guest }: SeekStatusProps) {
  const unrated = username === null || guest;
  switch (seek.type) {
    case 'waiting':
      return <SeekWaiting sinceMs={seek.sinceMs} rating={unrated ? null : seek.rating} />;
    case 'asking':
      return lobbyText('seek.asking');
    case 'found':
      return lobbyText('seek.found');
    case 'stopped':
      return <span className="text-bad">{seek.text}</span>;
    default:
      return unrated ? <AsGuest visitor={username === null} /> : lobbyText('seek.hint');
  }
}

const AsGuest = ({ visitor }: { visitor: boolean }) =>
  richText(
    lobbyText.rich('seek.guestHint', {
      visitor,
      link: (content) => (
        <PageLink href="/register" className="text-feather underline underline-offset-4">
          {richText(content)}
        </PageLink>
      ),
    }),
  );
