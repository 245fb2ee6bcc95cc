import type { Color, GameView } from '../../../contract/game/index.ts';
import { usernameOf } from '../../game-list/seats.ts';
import { opposite } from '../../text/colors.ts';

type Seats = readonly Color[];

const opponent = (game: GameView, seats: Seats): string =>
  usernameOf(game, opposite(seats[0] ?? 'white')) ?? 'Your opponent';

/** That the opponent is away. @param seconds until the game may be claimed; null: not known */
export function absenceText(game: GameView, seats: Seats, seconds: number | null): string {
  const away = `${opponent(game, seats)} is away.`;
  return seconds ? `${away} You can claim the game in ${seconds} s.` : away;
}

/** That the game may be claimed now (E-6, C-9). */
export function claimText(game: GameView, seats: Seats, canWin: boolean): string {
  const { type } = game.setup.timeControl;
  const why = type === 'unlimited' ? 'has not moved for 21 days' : 'is away';
  const what = canWin ? 'the game' : 'a draw';
  return `${opponent(game, seats)} ${why}: you can claim ${what}.`;
}

/** How long the first move may take. @param seconds null: not known, nothing is said */
export const firstMoveText = (who: string, seconds: number | null): string =>
  seconds === null ? '' : `${who} ${seconds} s for the first move.`;
