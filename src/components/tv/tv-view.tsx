'use client';

import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import type { GameView } from '../../contract/game/index.ts';
import type { TvChannel } from '../../contract/lobby/tv.ts';
import { communityText } from '../../generated/texts/community.ts';
import { errorOf, useTRPCClient } from '../api/connection.ts';
import { GameScreen } from '../game/game-screen.tsx';
import { Empty } from '../game-list/empty.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { channels } from './channels.ts';

export interface TvViewProps {
  readonly channel: TvChannel;
  /** The channel's game when the server rendered the page; null for none. */
  readonly initial: GameView | null;
  readonly username: string | null;
}

/** A channel's best game in progress, live; when it has ended, the next one. */
export function TvView({ channel, initial, username }: TvViewProps) {
  const client = useTRPCClient();
  const [gameID, setGameID] = useState(initial?.gameID ?? null);
  useEffect(() => {
    const subscription = client.lobby.tv.subscribe(
      { channel },
      { onData: ({ game }) => setGameID(game?.gameID ?? null) },
    );
    return () => subscription.unsubscribe();
  }, [client, channel]);
  const { game, fault, refetch } = useGame(gameID, initial);
  return (
    <>
      <nav
        aria-label={communityText('tv.channels')}
        className="-mx-4 mb-4 flex gap-1 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        {channels.map(({ name, text }) => (
          <PageLink
            key={name}
            href={name === 'best' ? '/tv' : `/tv?channel=${name}`}
            aria-current={name === channel ? 'page' : undefined}
            className={clsx(
              'touchable inline-flex shrink-0 items-center rounded-lg px-3 font-[540] text-sm',
              name === channel
                ? 'bg-feather-soft text-feather'
                : 'text-muted hover:bg-sunken hover:text-ink',
            )}
          >
            {text()}
          </PageLink>
        ))}
      </nav>
      {game ? (
        <div className="below-channels">
          <GameScreen key={game.gameID} game={game} username={username} />
        </div>
      ) : (
        <>
          <h1 className="sr-only">{communityText('tv.title')}</h1>
          {fault !== null ? (
            <Alert>
              <p>{communityText('tv.notLoaded', { why: fault })}</p>
              <Button size="small" className="mt-2" onClick={refetch}>
                {communityText('tv.tryAgain')}
              </Button>
            </Alert>
          ) : (
            <Empty title={communityText(gameID === null ? 'tv.empty.title' : 'tv.loading')}>
              {communityText('tv.empty.text')}
            </Empty>
          )}
        </>
      )}
    </>
  );
}

/** The game with this number: `atHand` if it is that, else fetched. `fault` is the error's text if that failed. */
function useGame(gameID: number | null, atHand: GameView | null) {
  const client = useTRPCClient();
  const [fetched, setFetched] = useState(atHand);
  const [failed, setFailed] = useState<{ gameID: number; text: string } | null>(null);
  const game = [atHand, fetched].find((one) => one !== null && one.gameID === gameID) ?? null;
  const fault = failed?.gameID === gameID ? failed : null;
  const missing = game === null && fault === null ? gameID : null;
  useEffect(() => {
    if (missing === null) return;
    let current = true;
    client.game.get.query({ gameID: missing }).then(
      (view) => current && setFetched(view),
      (error) => current && setFailed({ gameID: missing, text: errorOf(error).message }),
    );
    return () => {
      current = false;
    };
  }, [client, missing]);
  return { game, fault: fault?.text ?? null, refetch: () => setFailed(null) };
}
