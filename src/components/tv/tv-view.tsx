'use client';

import { useQuery } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { clsx } from 'clsx';
import Link from 'next/link';
import { useState } from 'react';
import type { GameView } from '../../contract/game.ts';
import type { TvChannel } from '../../contract/tv.ts';
import { GameScreen } from '../game/game-screen.tsx';
import { Empty } from '../lobby/empty.tsx';
import { errorOf, useTRPC } from '../trpc.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { channels } from './channels.ts';

export interface TvViewProps {
  readonly channel: TvChannel;
  /** The game on the channel as the server drew the page; null while none of its kind runs. */
  readonly initial: GameView | null;
  readonly username: string | null;
}

/** The best running game, live; when it has ended, the next one. */
export function TvView({ channel, initial, username }: TvViewProps) {
  const trpc = useTRPC();
  const [gameID, setGameID] = useState(initial?.gameID ?? null);
  useSubscription(
    trpc.lobby.tv.subscriptionOptions(
      { channel },
      { onData: ({ game }) => setGameID(game?.gameID ?? null) },
    ),
  );
  const known = initial !== null && initial.gameID === gameID ? initial : null;
  const next = useQuery(
    trpc.game.get.queryOptions(
      { gameID: gameID ?? 1 },
      { enabled: gameID !== null && known === null },
    ),
  );
  const game = gameID === null ? null : (known ?? next.data ?? null);
  return (
    <>
      <nav
        aria-label="Channels"
        className="-mx-4 mb-4 flex gap-1 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        {channels.map(({ name, words }) => (
          <Link
            key={name}
            prefetch={false}
            href={name === 'best' ? '/tv' : `/tv?channel=${name}`}
            aria-current={name === channel ? 'page' : undefined}
            className={clsx(
              'touchable inline-flex shrink-0 items-center rounded-lg px-3 font-[540] text-sm',
              name === channel
                ? 'bg-feather-soft text-feather'
                : 'text-muted hover:bg-sunken hover:text-ink',
            )}
          >
            {words}
          </Link>
        ))}
      </nav>
      {game ? (
        <div className="below-channels">
          <GameScreen key={game.gameID} game={game} username={username} />
        </div>
      ) : (
        <>
          <h1 className="sr-only">TV</h1>
          {next.isError ? (
            <Alert>
              <p>The game could not be loaded: {errorOf(next.error).message}</p>
              <Button size="small" className="mt-2" onClick={() => void next.refetch()}>
                Try again
              </Button>
            </Alert>
          ) : (
            <Empty title={gameID === null ? 'Nobody plays this at the moment' : 'One moment…'}>
              The best running game is shown here as it is played, and the next one when it has
              ended.
            </Empty>
          )}
        </>
      )}
    </>
  );
}
