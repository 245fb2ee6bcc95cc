import { NavLink } from '../ui/nav-link.tsx';
import { WaitingCount } from './lazy-parts.ts';

/** The way to one's own running games, with how many wait for the reader's move. */
export const GamesLink = () => (
  <NavLink href="/games" className="relative">
    <span className="whitespace-nowrap">
      <span className="max-sm:hidden">My games</span>
      <span className="sm:hidden">Games</span>
    </span>
    <WaitingCount />
  </NavLink>
);
