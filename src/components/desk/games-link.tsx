'use client';

import { ownTurn } from '../../contract/desk-fold.ts';
import { NavLink } from '../site/nav-link.tsx';
import { useDesk } from './desk.tsx';

/** The way to one's own running games, with how many wait for the reader's move. */
export function GamesLink() {
  const { username, running } = useDesk();
  if (username === null) return null;
  const waiting = running.filter((game) => ownTurn(game, username) !== null).length;
  return (
    <NavLink href="/games">
      My games
      <span
        aria-hidden={waiting === 0}
        className={`figures ml-2 grid h-5 min-w-5 place-items-center rounded-full px-1.5 font-[650] text-xs ${
          waiting === 0 ? 'invisible' : 'bg-lamp text-on-lamp'
        }`}
      >
        {waiting}
        {waiting > 0 && <span className="sr-only"> waiting for your move</span>}
      </span>
    </NavLink>
  );
}
