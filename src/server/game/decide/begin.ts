import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { type EventBody, opponentOf } from '../../../contract/game/index.ts';
import { type GameState, nameAt, plyOf, type Seat } from '../state.ts';
import type { AcceptCommand, Command, Decision } from './command.ts';

/** Seats both players at once. */
export function decideSeats(state: GameState, white: Seat, black: Seat): Decision {
  if (state.status !== 'open') throw new RookeryError('already_taken');
  return { events: [taken('white', white), taken('black', black)] };
}

const taken = (color: 'white' | 'black', { username, rating }: Seat): EventBody => ({
  type: 'seatTaken',
  color,
  username,
  ...(rating && { rating }),
});

/**
 * Checks that a user may accept a game whose host waits, or which a player has left (W-3): the host may always return to
 * such a game, whomever it is for.
 * @param waiting the user with a seat, or the host while both seats are empty; null for nobody
 */
export function requireAcceptable(
  { status, setup }: Pick<GameState, 'status' | 'setup'>,
  waiting: string | null,
  { username, rating, guest }: Pick<AcceptCommand, 'username' | 'rating' | 'guest'>,
): void {
  const { host, rated, invited, ratingRange } = setup;
  if (status === 'finished') throw new RookeryError('game_over');
  if (status === 'playing' || host === null) throw new RookeryError('already_taken');
  if (waiting === username) throw new RookeryError('own_game');
  if (host.username === username) return;
  if (invited !== null && invited !== username) throw new RookeryError('not_invited');
  if (rated && guest) throw new RookeryError('guests_may_not');
  const strength = rating?.rating ?? null;
  if (ratingRange && (strength === null || !isWithin(strength, ratingRange))) {
    throw new RookeryError('rating_outside_range', {
      problem: problem('create.outsideRange', ratingRange),
    });
  }
}

/**
 * Who waits in an open game: the user with a seat, or its host; null in a game that both have left.
 * @param ply plies played
 */
export function whoWaits(
  { host }: GameState['setup'],
  ply: number,
  white: string | null,
  black: string | null,
): string | null {
  return white ?? black ?? (ply > 0 ? null : (host?.username ?? null));
}

/**
 * A user accepts a game whose host waits; both are seated. In a game that a player has left (W-3) it is that seat.
 * @throws RookeryError as {@link requireAcceptable}
 */
export function decideAccept(state: GameState, command: AcceptCommand): Decision {
  const [white, black] = [nameAt(state, 'white'), nameAt(state, 'black')];
  const waiting = whoWaits(state.setup, plyOf(state), white, black);
  requireAcceptable(state, waiting, command);
  const { username, rating, color } = command;
  const { host } = state.setup;
  if (host === null) throw new RookeryError('already_taken');
  if (white !== null || black !== null) {
    const free = white === null ? 'white' : 'black';
    if ((color ?? free) !== free) throw new RookeryError('already_taken', { field: 'color' });
    return { events: [taken(free, { username, rating })] };
  }
  if (waiting === null) return acceptAlone(host, command);
  return acceptBeside(state, host, command);
}

type Host = NonNullable<GameState['setup']['host']>;

/** In a game that both have left, each returns alone. */
function acceptAlone(host: Host, { username, rating, color, chance }: AcceptCommand): Decision {
  const hostColor = host.color === 'random' ? chance : host.color;
  const own = host.username === username ? hostColor : opponentOf(hostColor);
  return { events: [taken(color ?? own, { username, rating })] };
}

/** Seats the waiting host too. */
function acceptBeside(state: GameState, host: Host, command: AcceptCommand): Decision {
  const { username, rating, hostRating, color, chance } = command;
  const freeColor = color === null ? chance : opponentOf(color);
  const hostColor = host.color === 'random' ? freeColor : host.color;
  if (color === hostColor) throw new RookeryError('already_taken', { field: 'color' });
  const hostSeat: Seat = { username: host.username, rating: hostRating };
  const guestSeat: Seat = { username, rating };
  return hostColor === 'white'
    ? decideSeats(state, hostSeat, guestSeat)
    : decideSeats(state, guestSeat, hostSeat);
}

const isWithin = (rating: number, { min, max }: { min: number; max: number }): boolean =>
  rating >= min && rating <= max;

/**
 * The host withdraws an open game, or the challenged user declines it. A started game that a player has left (W-3) can't
 * be withdrawn.
 * @throws RookeryError `not_a_player`, `not_invited`, `already_taken`, `abort_too_late`
 */
export function decideWithdrawOffer(
  state: GameState,
  { type, username }: Extract<Command, { type: 'withdraw' | 'decline' }>,
): Decision {
  const { host, invited } = state.setup;
  const may = type === 'withdraw' ? host?.username : invited;
  if (may !== username) {
    throw new RookeryError(type === 'withdraw' ? 'not_a_player' : 'not_invited');
  }
  const { white, black } = state.seats;
  const isAlone = [white, black].every((seat) => seat === null || seat.username === username);
  if (state.status !== 'open' || !isAlone) throw new RookeryError('already_taken');
  if (plyOf(state) > 0) throw new RookeryError('abort_too_late');
  const reason = type === 'withdraw' ? 'aborted' : 'declined';
  return { events: [{ type: 'ended', ending: { reason, winner: null } }] };
}
