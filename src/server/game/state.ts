import type {
  Color,
  Ending,
  PlayedMove,
  RatingChanges,
  SeatRating,
} from '../../contract/game/index.ts';
import type { GameSetup } from '../../contract/game/setup.ts';
import { type Clocks, initialClocks, timeRuns } from '../../contract/game/time.ts';
import { fenOf, type GameRecord, startRecord } from '../../rules/index.ts';
import { type LagQuotas, startQuotas } from './lag.ts';

/** The terms of a game, fixed when it is created. */
export interface GameOrigin {
  readonly gameID: number;
  readonly gameName: string;
  readonly createdAtMs: number;
  readonly initialFen: string;
  readonly setup: GameSetup;
}

/** A move that was taken back. */
interface MoveTakenBack {
  /** The number of the event that took it back. */
  readonly number: number;
  /** How many plies were played before it. */
  readonly ply: number;
  readonly move: PlayedMove;
}

/** A player's seat. */
export interface Seat {
  readonly username: string;
  /** The rating at the start of the game; null for unrated players. */
  readonly rating: SeatRating | null;
}

interface Common extends GameOrigin {
  /** When the status last changed, ms since 1970. */
  readonly changedAtMs: number;
  /** The number of the last event. */
  readonly lastEvent: number;
  readonly record: GameRecord;
  /** All moves that were taken back, to recognise a repeated one (T-2). */
  readonly takenBack: readonly MoveTakenBack[];
  /** The FEN of the record's position; kept because formatting it costs as much as a move. */
  readonly fen: string;
  readonly seats: Readonly<Record<Color, Seat | null>>;
  /** The remaining time of both sides when the turn began; null without a clock. */
  readonly clocks: Clocks | null;
}

/** A seat is empty. In an untimed casual game the player to move may move nevertheless (W-7). */
export interface OpenGame extends Common {
  readonly status: 'open';
}

/** The ply of each side's last request. */
interface Asked {
  readonly white: number | null;
  readonly black: number | null;
}

export interface PlayingGame extends Common {
  readonly status: 'playing';
  readonly seats: Readonly<Record<Color, Seat>>;
  /** When the current turn began, ms since 1970; time during which no server ran is added (C-10). */
  readonly turnBeganAtMs: number;
  /** How much lag each side may still have compensated, ms (C-5). */
  readonly quotas: LagQuotas;
  /** Who has offered a draw that is still open. */
  readonly drawOffer: Color | null;
  /** The ply at which each side last offered a draw; null when it has not (E-3). */
  readonly drawOfferedAtPly: Asked;
  /** Who has requested a takeback. */
  readonly takebackOffer: Color | null;
}

export interface FinishedGame extends Common {
  readonly status: 'finished';
  readonly ending: Ending;
  readonly ratings: RatingChanges | null;
  readonly rematchOffer: Color | null;
  /** The rematch between the two. */
  readonly rematchID: number | null;
}

/** A game that is not over. */
export type ActiveGame = OpenGame | PlayingGame;
export type GameState = ActiveGame | FinishedGame;

const none: readonly MoveTakenBack[] = [];

/** A game before its first event. */
export function newGame(origin: GameOrigin): OpenGame {
  const { gameID, gameName, createdAtMs, setup } = origin;
  const record = startRecord(origin.initialFen, setup.variant);
  return {
    status: 'open',
    gameID,
    gameName,
    createdAtMs,
    setup,
    initialFen: record.initialFen,
    changedAtMs: createdAtMs,
    lastEvent: 0,
    record,
    takenBack: none,
    fen: fenOf(record),
    seats: { white: null, black: null },
    clocks: initialClocks(setup.timeControl),
  };
}

/** The fields that all states share. */
export function common(state: GameState): Common {
  const { gameID, gameName, createdAtMs, initialFen, setup } = state;
  const { changedAtMs, lastEvent, record, takenBack, fen, seats, clocks } = state;
  return {
    gameID,
    gameName,
    createdAtMs,
    initialFen,
    setup,
    changedAtMs,
    lastEvent,
    record,
    takenBack,
    fen,
    seats,
    clocks,
  };
}

/** Starts a game whose seats are both taken. */
export function begin(state: OpenGame, seats: PlayingGame['seats'], atMs: number): PlayingGame {
  return {
    ...common(state),
    status: 'playing',
    seats,
    changedAtMs: atMs,
    turnBeganAtMs: atMs,
    quotas: startQuotas(state.setup.timeControl),
    drawOffer: null,
    drawOfferedAtPly: { white: null, black: null },
    takebackOffer: null,
  };
}

/** Plies played. */
export const plyOf = (state: GameState): number => state.record.moves.length;

export const turnOf = (state: GameState): Color => state.record.position.turn;

/** Whether the mover's clock runs (C-3). */
export const clockRuns = (state: PlayingGame): boolean =>
  timeRuns(state.setup.timeControl, plyOf(state));

export const nameAt = (state: GameState, color: Color): string | null =>
  state.seats[color]?.username ?? null;

/** The sides that a user plays: none for a spectator, both where one holds both seats (R-JOIN-3). */
export function sidesOf(state: GameState, username: string): Color[] {
  return (['white', 'black'] as const).filter((color) => nameAt(state, color) === username);
}

/** Whether one user plays both sides. */
export const isSolo = (state: GameState): boolean =>
  state.seats.white !== null && nameAt(state, 'white') === nameAt(state, 'black');

/** Clocks with one side's set. */
export const withClock = (clocks: Clocks, color: Color, ms: number): Clocks =>
  color === 'white' ? { ...clocks, whiteMs: ms } : { ...clocks, blackMs: ms };

export const clockOf = (clocks: Clocks, color: Color): number =>
  color === 'white' ? clocks.whiteMs : clocks.blackMs;
