import { gamesText } from '../../generated/texts/games.ts';
import { NavLink } from '../ui/nav-link.tsx';
import { WaitingCount } from './lazy-parts.ts';

/** The link to the reader's games, with the number of those that wait for their move. */
export const GamesLink = () => (
  <NavLink href="/games" className="relative">
    <span className="whitespace-nowrap">
      <span className="max-sm:hidden">{gamesText('title')}</span>
      <span className="sm:hidden">{gamesText('shortTitle')}</span>
    </span>
    <WaitingCount />
  </NavLink>
);
