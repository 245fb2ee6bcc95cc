import { RookeryError } from '../../../contract/errors/index.ts';
import { type Color, opponentOf } from '../../../contract/game/index.ts';
import { canMate, fenOf, takeBack } from '../../../rules/index.ts';
import {
  clockOf,
  type GameState,
  isSolo,
  type PlayingGame,
  plyOf,
  turnOf,
  withClock,
} from '../state.ts';
import type { ActionTable, Decision, Moment } from './command.ts';
import { clocksNow, ended } from './ended.ts';

/** A side may offer a draw once in this many plies (E-3). */
const PLIES_BETWEEN_OFFERS = 20;

/** Neither side may offer a draw before this ply (E-3). */
const FIRST_OFFER_PLY = 2;

/** Time given to the opponent, in milliseconds (C-8). */
const GIVEN_MS = 15_000;

/** The most that given time can bring a clock to, in milliseconds: a day is longer than anybody plays in one sitting. */
const MOST_CLOCK_MS = 24 * 60 * 60 * 1000;

/** How many moves may be taken back in one game: loading it replays all of them. */
const MOST_TAKEN_BACK = 400;

/** The game with both seats taken. @throws RookeryError `no_opponent` */
export function opposed(state: GameState): PlayingGame {
  if (state.status !== 'playing') throw new RookeryError('no_opponent');
  return state;
}

function offerDraw(state: PlayingGame, color: Color, moment: Moment): Decision {
  const ply = plyOf(state);
  if (state.drawOffer === opponentOf(color)) return agreed(state, moment);
  const last = state.drawOfferedAtPly[color];
  if (ply < FIRST_OFFER_PLY || (last !== null && ply < last + PLIES_BETWEEN_OFFERS)) {
    throw new RookeryError('draw_too_soon');
  }
  // No answer is needed when the other side can't win (E-3).
  if (!canMate(state.record, opponentOf(color))) return agreed(state, moment);
  return { events: [{ type: 'drawOffered', color }] };
}

function acceptDraw(state: PlayingGame, sides: readonly Color[], moment: Moment): Decision {
  if (!isFromOther(state.drawOffer, sides)) throw new RookeryError('no_draw_offer');
  return agreed(state, moment);
}

function declineDraw(state: PlayingGame, sides: readonly Color[], color: Color): Decision {
  if (!isFromOther(state.drawOffer, sides)) throw new RookeryError('no_draw_offer');
  return { events: [{ type: 'drawDeclined', color }] };
}

const agreed = (state: PlayingGame, moment: Moment): Decision => ({
  events: [ended(state, 'drawAgreement', null, moment)],
});

const isFromOther = (offer: Color | null, sides: readonly Color[]): boolean =>
  offer !== null && sides.includes(opponentOf(offer));

/** E-5: casual games only. The player of both sides needs no consent. */
function offerTakeback(state: PlayingGame, color: Color, moment: Moment): Decision {
  if (state.setup.rated) throw new RookeryError('not_in_rated');
  if (state.takebackOffer === opponentOf(color)) return takenBack(state, opponentOf(color), moment);
  if (state.takebackOffer === color) throw new RookeryError('offer_open');
  requireMovesBack(state, pliesBack(state, color));
  if (isSolo(state)) return takenBack(state, color, moment);
  return { events: [{ type: 'takebackOffered', color }] };
}

function acceptTakeback(state: PlayingGame, sides: readonly Color[], moment: Moment): Decision {
  const { takebackOffer } = state;
  if (takebackOffer === null || !sides.includes(opponentOf(takebackOffer))) {
    throw new RookeryError('no_takeback_offer');
  }
  return takenBack(state, takebackOffer, moment);
}

function declineTakeback(state: PlayingGame, sides: readonly Color[], color: Color): Decision {
  if (!isFromOther(state.takebackOffer, sides)) throw new RookeryError('no_takeback_offer');
  return { events: [{ type: 'takebackDeclined', color }] };
}

/** Withdraws one's own request. */
function cancelTakeback(state: PlayingGame, color: Color): Decision {
  if (state.takebackOffer !== color) throw new RookeryError('no_takeback_offer');
  return { events: [{ type: 'takebackCancelled', color }] };
}

/** One ply if it is the opponent's turn, else two (E-5). */
const pliesBack = (state: PlayingGame, asker: Color): number =>
  turnOf(state) === asker && !isSolo(state) ? 2 : 1;

function takenBack(state: PlayingGame, asker: Color, moment: Moment): Decision {
  const plies = pliesBack(state, asker);
  requireMovesBack(state, plies);
  const record = takeBack(state.record, plies);
  const fen = fenOf(record);
  const clocks = clocksNow(state, moment);
  return { events: [{ type: 'takenBack', plies, fen, ...(clocks && { clocks }) }], record };
}

function requireMovesBack(state: PlayingGame, plies: number): void {
  if (plies > plyOf(state)) throw new RookeryError('nothing_to_take_back');
  if (state.takenBack.length + plies > MOST_TAKEN_BACK) {
    throw new RookeryError('taken_back_too_often');
  }
}

/** C-8: casual games with a clock below the maximum. */
function giveTime(state: PlayingGame, receiver: Color): Decision {
  const { clocks, setup } = state;
  if (setup.rated) throw new RookeryError('not_in_rated');
  if (clocks === null) throw new RookeryError('no_clock');
  if (clockOf(clocks, receiver) >= MOST_CLOCK_MS) throw new RookeryError('clock_full');
  const ms = Math.min(clockOf(clocks, receiver) + GIVEN_MS, MOST_CLOCK_MS);
  return {
    events: [{ type: 'timeGiven', color: receiver, clocks: withClock(clocks, receiver, ms) }],
  };
}

/** Draw offers, takebacks and given time. */
export const offerActions: ActionTable<
  | 'offerDraw'
  | 'acceptDraw'
  | 'declineDraw'
  | 'offerTakeback'
  | 'acceptTakeback'
  | 'declineTakeback'
  | 'cancelTakeback'
  | 'giveTime'
> = {
  offerDraw: (state, { color, moment }) => offerDraw(opposed(state), color, moment),
  acceptDraw: (state, { sides, moment }) => acceptDraw(opposed(state), sides, moment),
  declineDraw: (state, { sides, color }) => declineDraw(opposed(state), sides, color),
  offerTakeback: (state, { color, moment }) => offerTakeback(opposed(state), color, moment),
  acceptTakeback: (state, { sides, moment }) => acceptTakeback(opposed(state), sides, moment),
  declineTakeback: (state, { sides, color }) => declineTakeback(opposed(state), sides, color),
  cancelTakeback: (state, { color }) => cancelTakeback(opposed(state), color),
  giveTime: (state, { color }) => giveTime(opposed(state), opponentOf(color)),
};
