import { RookeryError } from '../../../contract/errors.ts';
import { type EventBody, opponentOf } from '../../../contract/game.ts';
import type { GameState, Seat } from '../state.ts';
import type { AcceptCommand, Command, Decision } from './command.ts';

/** Both sit down at once. */
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
/**
 * Whether somebody may accept a game whose host waits, or which a player has left (W-3).
 * @throws RookeryError `game_over`, `already_taken`, `own_game`, `not_invited`, `guests_may_not`, `rating_outside_range`
 */
export function requireAcceptable(
  { status, setup }: Pick<GameState, 'status' | 'setup'>,
  waiting: string | null,
  { username, rating, guest }: Pick<AcceptCommand, 'username' | 'rating' | 'guest'>,
): void {
  const { host, rated, invited, ratingRange } = setup;
  if (status === 'finished') throw new RookeryError('game_over');
  if (status === 'playing' || host === null) throw new RookeryError('already_taken');
  if ((waiting ?? host.username) === username) throw new RookeryError('own_game');
  if (invited !== null && invited !== username) throw new RookeryError('not_invited');
  if (rated && guest) throw new RookeryError('guests_may_not');
  const strength = rating?.rating ?? null;
  if (ratingRange && (strength === null || !isWithin(strength, ratingRange))) {
    const detail = `it is for players rated ${ratingRange.min} to ${ratingRange.max}`;
    throw new RookeryError('rating_outside_range', { detail });
  }
}

/**
 * Somebody accepts a game whose host waits; both sit down. In a game that a player has left (W-3) it is that seat.
 * @throws RookeryError as {@link requireAcceptable}
 */
export function decideAccept(state: GameState, command: AcceptCommand): Decision {
  const { white, black } = state.seats;
  requireAcceptable(state, (white ?? black)?.username ?? null, command);
  const { username, rating, hostRating, color, chance } = command;
  const { host } = state.setup;
  if (host === null) throw new RookeryError('already_taken');
  if (white || black) {
    const free = white ? 'black' : 'white';
    if ((color ?? free) !== free) throw new RookeryError('already_taken', { field: 'color' });
    return { events: [taken(free, { username, rating })] };
  }
  const wanted = color === null ? chance : opponentOf(color);
  const hostColor = host.color === 'random' ? wanted : host.color;
  if (color === hostColor) throw new RookeryError('already_taken', { field: 'color' });
  const hostSeat: Seat = { username: host.username, rating: hostRating };
  const guestSeat: Seat = { username, rating };
  return hostColor === 'white'
    ? decideSeats(state, hostSeat, guestSeat)
    : decideSeats(state, guestSeat, hostSeat);
}

const isWithin = (rating: number, { min, max }: { min: number; max: number }): boolean =>
  rating >= min && rating <= max;

/** The host takes an open game back, or the one challenged declines it. */
export function decideUnhost(
  state: GameState,
  { type, username }: Extract<Command, { type: 'withdraw' | 'decline' }>,
): Decision {
  const { host, invited } = state.setup;
  const may = type === 'withdraw' ? host?.username : invited;
  if (may !== username) {
    throw new RookeryError(type === 'withdraw' ? 'not_a_player' : 'not_invited');
  }
  if (state.status !== 'open') throw new RookeryError('already_taken');
  const reason = type === 'withdraw' ? 'aborted' : 'declined';
  return { events: [{ type: 'ended', ending: { reason, winner: null } }] };
}
