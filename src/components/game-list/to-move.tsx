import { gamesText } from '../../generated/texts/games.ts';

/** The mark beside the player whose turn it is. */
export const ToMove = () => (
  <span className="ml-auto size-2 shrink-0 rounded-full bg-lamp">
    <span className="sr-only">{gamesText('running.toMove')}</span>
  </span>
);
