import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { usernameOf } from '../../game-list/seats.ts';
import { opposite } from '../../text/colors.ts';

type Seats = readonly Color[];

const opponent = (game: GameView, seats: Seats): string =>
  usernameOf(game, opposite(seats[0] ?? 'white')) ?? gameText('absence.opponent');

/** That the opponent is away. @param seconds until the game may be claimed; null if unknown */
export function absenceText(game: GameView, seats: Seats, seconds: number | null): string {
  const name = opponent(game, seats);
  return seconds
    ? gameText('absence.claimIn', { name, seconds })
    : gameText('absence.away', { name });
}

/** That the game may be claimed now (E-6, C-9). */
export function claimText(game: GameView, seats: Seats, canWin: boolean): string {
  const idle = game.setup.timeControl.type === 'unlimited';
  return gameText('absence.canClaim', { name: opponent(game, seats), idle, canWin });
}

/** The time for the first move. @param seconds null if unknown, which gives an empty text */
export const firstMoveText = (who: Color | 'you', seconds: number | null): string =>
  seconds === null ? '' : gameText('status.firstMove', { who, seconds });
