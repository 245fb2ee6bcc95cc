import type { PlayerAction } from '../../../contract/game/actions.ts';
import type { Color, EventBody, SeatRating } from '../../../contract/game/index.ts';
import type { GameRecord } from '../../../rules/index.ts';
import type { Lag, LagQuotas } from '../lag.ts';
import type { ActiveGame, Seat } from '../state.ts';

/** A move with the position that it was chosen in. */
export interface MoveCommand {
  readonly type: 'move';
  readonly username: string;
  /** How many plies were played when the move was chosen (T-2). */
  readonly ply: number;
  readonly uci: string;
  /** The number of the last event that the mover had seen; undefined: unknown (T-2). */
  readonly lastEvent?: number | undefined;
  readonly lag?: Lag | undefined;
}

/** A user accepts an open game or a challenge whose host waits. */
export interface AcceptCommand {
  readonly type: 'accept';
  readonly username: string;
  /** The requested seat; null: the free one. */
  readonly color: Color | null;
  readonly rating: SeatRating | null;
  readonly hostRating: SeatRating | null;
  readonly guest: boolean;
  /** The host's colour when it is random. */
  readonly chance: Color;
}

/** All commands to a game. Those with a `username` come from a user, the others from the server. */
export type Command =
  | MoveCommand
  | AcceptCommand
  | { readonly type: PlayerAction; readonly username: string }
  | { readonly type: 'claimAbsence'; readonly username: string; readonly result: 'win' | 'draw' }
  /** `gameID` is the new game, created for this (E-7). */
  | { readonly type: 'acceptRematch'; readonly username: string; readonly gameID: number }
  | { readonly type: 'withdraw' | 'decline'; readonly username: string }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  /** Seats both players at once: a pairing, a rematch, a game against the computer. */
  | { readonly type: 'seat'; readonly white: Seat; readonly black: Seat }
  /** Checks whether time has run out. */
  | { readonly type: 'expire' };

/** How long a player has been away. */
export interface Absence {
  readonly sinceMs: number;
  /** The page was closed, rather than the connection lost (E-6). */
  readonly left: boolean;
}

/** What a decision depends on besides the game and the command. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Null for a connected player. */
  readonly absence: Readonly<Record<Color, Absence | null>>;
}

/** The events that a command causes; none for a repeated move, or a check of a clock that still runs. */
export interface Decision {
  readonly events: readonly EventBody[];
  /** The position after a move or a takeback. */
  readonly record?: GameRecord;
  readonly quotas?: LagQuotas;
}

export const nothing: Decision = { events: [] };

/** The user of a command in a game in progress: their sides, the one that they act for, and when. */
export interface Asker {
  readonly sides: readonly Color[];
  readonly color: Color;
  readonly moment: Moment;
}

/** How some of a player's actions change a game that is not over. */
export type ActionTable<Name extends PlayerAction> = Readonly<
  Record<Name, (state: ActiveGame, asker: Asker) => Decision>
>;
