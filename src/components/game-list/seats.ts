import type { Color } from '../../contract/game/index.ts';

/** Not the contract's list, which would bring its schemas into the browser. */
const colors = ['white', 'black'] as const satisfies readonly Color[];

/** The players of a game; null for an empty seat. */
export interface Seats {
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
}

export const usernameOf = (seats: Seats, color: Color): string | null =>
  color === 'white' ? seats.whiteUsername : seats.blackUsername;

export const freeSeats = (seats: Seats): Color[] =>
  colors.filter((color) => usernameOf(seats, color) === null);

/** The seats that a user holds: none for a spectator and a visitor, both when playing both sides. */
export const seatsOf = (seats: Seats, username: string | null): Color[] =>
  username === null ? [] : colors.filter((color) => usernameOf(seats, color) === username);
