'use client';

import { useEffect, useState } from 'react';
import { turnOf } from '../../contract/game/chess-time.ts';
import type { Color, GameSummary } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { useTRPCClient } from '../api/connection.ts';
import { StillBoard } from '../board/still-board.tsx';
import { SeatIcon } from '../game-list/seat-icon.tsx';
import { usernameOf } from '../game-list/seats.ts';
import { Strength } from '../game-list/strength.tsx';
import { ToMove } from '../game-list/to-move.tsx';
import { setupText } from '../text/setup-text.ts';
import { PageLink } from '../ui/page-link.tsx';
import { EndingLine } from './seek/lazy-parts.ts';

/** The best game in progress, live; when it has ended, the next one (G-3). */
export function BestGame({ initial }: { initial: GameSummary | null }) {
  const client = useTRPCClient();
  const [game, setGame] = useState(initial);
  useEffect(() => {
    const subscription = client.lobby.tv.subscribe({}, { onData: (shown) => setGame(shown.game) });
    return () => subscription.unsubscribe();
  }, [client]);
  return (
    <section
      aria-labelledby="best-game"
      className="relative flex min-w-0 flex-col gap-2 rounded-2xl border border-line bg-surface p-4 shadow-card focus-within:shadow-float hover:shadow-float sm:p-5"
    >
      <h2 id="best-game" className="sr-only">
        {lobbyText('best.title')}
      </h2>
      {game ? (
        <>
          <Player game={game} color="black" />
          <StillBoard fen={game.fen} lastMove={game.lastMove} />
          <Player game={game} color="white" />
          <p className="flex min-h-6 items-center justify-between gap-3 text-muted text-sm">
            <span className="truncate">
              {game.ending ? <EndingLine ending={game.ending} /> : setupText(game.setup)}
            </span>
            <PageLink
              href="/tv"
              className="shrink-0 rounded-sm font-[560] text-feather after:absolute after:inset-0 after:rounded-2xl"
            >
              {lobbyText('best.watch')}
            </PageLink>
          </p>
        </>
      ) : (
        <>
          <div aria-hidden="true" className="min-h-6" />
          <StillBoard fen="8/8/8/8/8/8/8/8 w - - 0 1" className="opacity-60" />
          <p className="min-h-6 pt-2 text-center text-muted text-sm">{lobbyText('best.empty')}</p>
          <div aria-hidden="true" className="min-h-6" />
        </>
      )}
    </section>
  );
}

function Player({ game, color }: { game: GameSummary; color: Color }) {
  const name = usernameOf(game, color);
  const rating = color === 'white' ? game.whiteRating : game.blackRating;
  const moves = game.status === 'playing' && turnOf(game.fen) === color;
  return (
    <p className="flex min-h-6 items-center gap-2 text-sm">
      <SeatIcon color={color} />
      <span title={name ?? undefined} className={`truncate ${moves ? 'font-[650]' : ''}`}>
        {name ?? lobbyText('emptySeat')}
      </span>
      {rating && <Strength of={rating} />}
      {moves && <ToMove />}
    </p>
  );
}
