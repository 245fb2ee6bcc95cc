import { RookeryError } from '../../../contract/errors/index.ts';
import { type Problem, problem } from '../../../contract/errors/problems.ts';
import type { Color } from '../../../contract/game/index.ts';
import { DAY_MS, type Speed, speedOf } from '../../../contract/game/time.ts';
import { canClaimThreefold, canMate, materialLead } from '../../../rules/index.ts';
import { type ActiveGame, type PlayingGame, plyOf, turnOf } from '../state.ts';
import { type Absence, type ActionTable, type Decision, type Moment, nothing } from './command.ts';
import { ended } from './ended.ts';

/** How long a player may be away during their own turn, in milliseconds (E-6); unlimited where there is no clock. */
const PATIENCE_MS: Readonly<Record<Speed, number>> = {
  ultraBullet: 40_000,
  bullet: 40_000,
  blitz: 40_000,
  rapid: 80_000,
  classical: 120_000,
  correspondence: Number.POSITIVE_INFINITY,
};
const LEFT_PATIENCE_MS = 10_000;
const LEAST_PATIENCE_MS = 10_000;
/** A deficit of this many pawns cuts the patience to a third. */
const LOST_PAWNS = 4;

/** How long a game without a clock must lack a move before it can be claimed (C-9): three weeks. */
const UNLIMITED_PATIENCE_MS = 21 * DAY_MS;

/** E-2: claimed by the player to move. */
function claimDraw(state: ActiveGame, sides: readonly Color[], moment: Moment): Decision {
  if (!sides.includes(turnOf(state))) throw new RookeryError('not_your_turn');
  if (!canClaimThreefold(state.record)) {
    throw noClaim(problem('game.notThreefold'));
  }
  return { events: [ended(state, 'threefoldRepetition', null, moment)] };
}

/**
 * From when the player to move may be claimed to have abandoned the game, ms since 1970; null: not in the current state
 * (E-6, C-9).
 */
export function claimableAtMs(
  state: PlayingGame,
  absence: Readonly<Record<Color, Absence | null>>,
): number | null {
  const { timeControl } = state.setup;
  if (timeControl.type === 'unlimited') return state.turnBeganAtMs + UNLIMITED_PATIENCE_MS;
  const turn = turnOf(state);
  const away = absence[turn];
  if (away === null || timeControl.type !== 'clock' || plyOf(state) < 2) return null;
  return Math.max(away.sinceMs, state.turnBeganAtMs) + patienceMs(state, turn, away);
}

function patienceMs(state: PlayingGame, turn: Color, { left }: Absence): number {
  const usual = left ? LEFT_PATIENCE_MS : PATIENCE_MS[speedOf(state.setup.timeControl)];
  const lead = materialLead(state.fen) * (turn === 'white' ? 1 : -1);
  return Math.max(lead <= -LOST_PAWNS ? Math.round(usual / 3) : usual, LEAST_PATIENCE_MS);
}

/** E-6: claimed by the waiting player; a win only with mating material. */
export function claimAbsence(
  state: PlayingGame,
  color: Color,
  result: 'win' | 'draw',
  moment: Moment,
): Decision {
  if (turnOf(state) === color) throw noClaim(problem('game.yourTurn'));
  const at = claimableAtMs(state, moment.absence);
  if (at === null || moment.nowMs < at) {
    if (at === null) throw noClaim(problem('game.opponentThere'));
    const seconds = Math.ceil((at - moment.nowMs) / 1000);
    throw noClaim(problem('game.opponentMayReturn', { seconds }));
  }
  const winner = result === 'win' && canMate(state.record, color) ? color : null;
  return { events: [ended(state, 'abandonment', winner, moment)] };
}

/** Claims without parameters. The flag is checked before every command (C-6), so claiming it adds nothing. */
export const claimActions: ActionTable<'claimDraw' | 'claimFlag'> = {
  claimDraw: (state, { sides, moment }) => claimDraw(state, sides, moment),
  claimFlag: () => nothing,
};

const noClaim = (why: Problem) => new RookeryError('no_claim', { problem: why });
