import { RookeryError } from '../../../contract/errors/index.ts';
import { type Color, opponentOf } from '../../../contract/game/index.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import { canMate } from '../../../rules/index.ts';
import { dueAtMs, isBeforeStart } from '../due.ts';
import { type ActiveGame, type GameState, plyOf, turnOf } from '../state.ts';
import { type ActionTable, type Decision, type Moment, nothing } from './command.ts';
import { ended } from './ended.ts';

/** A game can be aborted until this many plies are played, and resigned from then on (E-4). */
const ABORT_PLIES = 2;

/** E-4. A game created over an API has no abort window: it can be resigned at once (W-4). */
function resign(state: ActiveGame, color: Color, moment: Moment): Decision {
  if (policyOf(state.setup).abortable && plyOf(state) < ABORT_PLIES) {
    throw new RookeryError('resign_too_soon');
  }
  return { events: [ended(state, 'resignation', opponentOf(color), moment)] };
}

/** E-4: no result. */
function abort(state: ActiveGame): Decision {
  if (plyOf(state) >= ABORT_PLIES) throw new RookeryError('abort_too_late');
  return { events: [{ type: 'ended', ending: { reason: 'aborted', winner: null } }] };
}

/** Frees the seat, in untimed casual games only; in others the player is merely away (W-3). */
function leave(state: ActiveGame, sides: readonly Color[]): Decision {
  const { rated, timeControl } = state.setup;
  if (rated || timeControl.type !== 'unlimited') return nothing;
  return { events: sides.map((color) => ({ type: 'seatLeft', color })) };
}

/** Ends a game whose time has run out (C-6, C-7, C-9); else does nothing. */
export function expire(state: GameState, moment: Moment): Decision {
  const due = dueAtMs(state);
  if (state.status !== 'playing' || due === null || moment.nowMs < due) return nothing;
  return isBeforeStart(state) ? abort(state) : timedOut(state, moment);
}

/** The mover's time has run out: a loss, or a draw when the other side can't mate (C-6). */
export function timedOut(state: GameState, moment: Moment): Decision {
  const other = opponentOf(turnOf(state));
  const winner = canMate(state.record, other) ? other : null;
  return { events: [ended(state, 'timeout', winner, moment)] };
}

/** The actions that give up a game or a seat. */
export const endActions: ActionTable<'resign' | 'abort' | 'leave'> = {
  resign: (state, { color, moment }) => resign(state, color, moment),
  abort: (state) => abort(state),
  leave: (state, { sides }) => leave(state, sides),
};
