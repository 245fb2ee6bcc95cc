import { RookeryError } from '../../contract/errors.ts';
import type { Color, EventBody } from '../../contract/game.ts';
import { automaticEnding, canMate, fenOf, type GameRecord, play } from '../../rules/index.ts';
import { type GameState, type PlayingGame, plyOf, sidesOf, turnOf } from './state.ts';

/** What a user may ask of a game. */
export type Command = { readonly username: string } & (
  | {
      readonly type: 'move';
      /** How many plies were played when the move was chosen (T-2). */
      readonly ply: number;
      readonly uci: string;
    }
  | { readonly type: 'resign' }
  | { readonly type: 'offerDraw' }
  | { readonly type: 'acceptDraw' }
  | { readonly type: 'declineDraw' }
);

/** What a command makes happen. Empty for a move that was played before: it is answered, and changes nothing. */
export interface Decision {
  readonly events: readonly EventBody[];
  /** The position after a move. */
  readonly record?: GameRecord;
}

/** A side may offer a draw once in this many plies (E-3). */
const PLIES_BETWEEN_OFFERS = 20;

/** Neither side may offer a draw before this ply (E-3). */
const FIRST_OFFER_PLY = 2;

/**
 * Decides what a command makes of a game. Pure: the same arguments give the same answer.
 * @throws RookeryError saying why the command is refused
 */
export function decide(state: GameState, command: Command): Decision {
  const sides = sidesOf(state, command.username);
  if (sides.length === 0) throw new RookeryError('not_a_player');
  if (command.type === 'move' && isRepeated(state, command, sides)) return { events: [] };
  if (state.status === 'finished') throw new RookeryError('game_over');

  // Who holds both seats acts for the side to move.
  const color = sides.find((side) => side === turnOf(state)) ?? sides[0] ?? turnOf(state);
  switch (command.type) {
    case 'move':
      return decideMove(state, command, sides);
    case 'resign':
      return ended('resignation', opponentOf(color));
    case 'offerDraw':
      return decideOffer(opposed(state), color);
    case 'acceptDraw':
      requireOffer(opposed(state), sides);
      return ended('drawAgreement', null);
    case 'declineDraw':
      requireOffer(opposed(state), sides);
      return { events: [{ type: 'drawDeclined', color }] };
    default:
      return command satisfies never;
  }
}

type MoveCommand = Extract<Command, { type: 'move' }>;

/** Whether this very move, by this player, was already played as the answer to that ply (T-2). */
function isRepeated(state: GameState, { ply, uci }: MoveCommand, sides: readonly Color[]): boolean {
  const played = state.record.moves[ply];
  return played !== undefined && played.uci === uci && sides.includes(moverAt(state, ply));
}

/** Who moves when `ply` plies have been played. */
function moverAt(state: GameState, ply: number): Color {
  const even = (plyOf(state) - ply) % 2 === 0;
  return even ? turnOf(state) : opponentOf(turnOf(state));
}

function decideMove(
  state: GameState,
  { ply, uci }: MoveCommand,
  sides: readonly Color[],
): Decision {
  const color = turnOf(state);
  if (ply !== plyOf(state)) {
    const detail = `it answers ply ${ply}, but ${plyOf(state)} plies have been played`;
    throw new RookeryError('stale_ply', { field: 'ply', detail });
  }
  if (!sides.includes(color)) throw new RookeryError('not_your_turn');
  const record = play(state.record, uci);
  const played = record.moves.at(-1);
  if (!played) throw new Error('A move was played but is not in the record.');
  const moved: EventBody = { type: 'moved', color, ply: ply + 1, ...played, fen: fenOf(record) };
  const ending = automaticEnding(record);
  return { events: ending ? [moved, { type: 'ended', ending }] : [moved], record };
}

function decideOffer(state: PlayingGame, color: Color): Decision {
  const ply = plyOf(state);
  if (state.drawOffer === opponentOf(color)) return ended('drawAgreement', null);
  const last = state.offeredAtPly[color];
  if (ply < FIRST_OFFER_PLY || (last !== null && ply < last + PLIES_BETWEEN_OFFERS)) {
    throw new RookeryError('draw_too_soon');
  }
  // Nothing to wait for when the other side could never win (E-3).
  if (!canMate(state.record, opponentOf(color))) return ended('drawAgreement', null);
  return { events: [{ type: 'drawOffered', color }] };
}

function opposed(state: GameState): PlayingGame {
  if (state.status !== 'playing') throw new RookeryError('no_opponent');
  return state;
}

function requireOffer(state: PlayingGame, sides: readonly Color[]): void {
  const { drawOffer } = state;
  if (drawOffer === null || !sides.includes(opponentOf(drawOffer))) {
    throw new RookeryError('no_draw_offer');
  }
}

const ended = (reason: 'resignation' | 'drawAgreement', winner: Color | null): Decision => ({
  events: [{ type: 'ended', ending: { reason, winner } }],
});

const opponentOf = (color: Color): Color => (color === 'white' ? 'black' : 'white');
