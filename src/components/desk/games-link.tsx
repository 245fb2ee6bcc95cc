'use client';

import { ownTurn } from '../../contract/own-games.ts';
import { NavLink } from '../site/nav-link.tsx';
import { useDesk } from './desk.tsx';

/** The way to one's own running games, with how many wait for the reader's move. */
export function GamesLink() {
  const { username, running } = useDesk();
  if (username === null) return null;
  const waiting = running.filter((game) => ownTurn(game, username) !== null).length;
  return (
    <NavLink href="/games" className="relative">
      <span className="whitespace-nowrap">
        <span className="max-sm:hidden">My games</span>
        <span className="sm:hidden">Games</span>
      </span>
      {waiting > 0 && (
        // Laid over the corner, so that nothing moves when it comes and goes.
        <span className="figures -right-1 absolute top-0 grid h-5 min-w-5 place-items-center rounded-full bg-lamp px-1.5 font-[650] text-on-lamp text-xs">
          {waiting}
          <span className="sr-only"> waiting for your move</span>
        </span>
      )}
    </NavLink>
  );
}
