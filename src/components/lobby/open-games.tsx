'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { GameSummary } from '../../contract/game.ts';
import { colorName } from '../text/endings.ts';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from './empty.tsx';
import { JoinButtons } from './join-buttons.tsx';
import { seatsOf } from './seats.ts';

export interface GameListProps {
  readonly games: readonly GameSummary[];
  /** Who is looking; null for somebody not signed in. */
  readonly username: string | null;
}

/** Games with an empty seat, each with the buttons that take it. */
export function OpenGames({ games, username }: GameListProps) {
  if (games.length === 0) {
    return (
      <Empty title="Nobody is waiting just now">
        Create a game and it appears here at once, for everyone. You can also send its link to a
        friend.
      </Empty>
    );
  }
  return (
    <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {games.map((game) => (
        <OpenGame key={game.gameID} game={game} username={username} />
      ))}
    </ul>
  );
}

function OpenGame({ game, username }: { game: GameSummary; username: string | null }) {
  const router = useRouter();
  const path = `/game/${game.gameID}`;
  const mine = seatsOf(game, username).length > 0;
  return (
    <li
      aria-label={game.gameName}
      className="flex flex-wrap items-center gap-x-4 gap-y-2.5 px-4 py-3"
    >
      <div className="min-w-40 flex-1">
        <Link
          prefetch={false}
          href={path}
          className="wrap-anywhere -my-1 inline-block rounded-sm py-1 font-[560] leading-snug underline-offset-4 hover:underline"
        >
          {game.gameName}
        </Link>
        <p className="text-muted text-sm">{waiting(game, username)}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2 max-sm:gap-1.5">
        {mine ? (
          <Link prefetch={false} href={path} className={buttonClass('primary', 'small')}>
            Return to game
          </Link>
        ) : (
          <>
            <JoinButtons
              game={game}
              username={username}
              size="small"
              onJoined={() => router.push(path)}
            />
            <Link prefetch={false} href={path} className={buttonClass('quiet', 'small')}>
              Watch
            </Link>
          </>
        )}
      </div>
    </li>
  );
}

function waiting({ whiteUsername, blackUsername }: GameSummary, username: string | null): string {
  const seated = whiteUsername ?? blackUsername;
  if (seated === null) return 'Both seats are free';
  const color = colorName[whiteUsername === null ? 'black' : 'white'];
  return seated === username ? `You have ${color}` : `${seated} has ${color}`;
}
