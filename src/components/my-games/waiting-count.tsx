'use client';

import { ownTurn } from '../../contract/game/own-games.ts';
import { gamesText } from '../../generated/texts/games.ts';
import { hidden } from '../text/hidden.tsx';
import { richText } from '../text/rich-text.ts';
import { useMyGames } from './my-games-context.ts';

/** The number of games that wait for the reader's move. Laid over the corner, so that nothing moves when it appears. */
export function WaitingCount() {
  const { username, running } = useMyGames();
  const waiting = running.filter((game) => username !== null && ownTurn(game, username)).length;
  if (waiting === 0) return null;
  return (
    <span className="figures -right-1 absolute top-0 grid h-5 min-w-5 place-items-center rounded-full bg-lamp px-1.5 font-[650] text-on-lamp text-xs">
      {richText(gamesText.rich('yourTurn.count', { count: waiting, hidden }))}
    </span>
  );
}
