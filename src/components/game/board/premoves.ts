import { read, write } from 'chessground/fen';
import { premove as reachable } from 'chessground/premove';
import type { Key, Piece, Pieces } from 'chessground/types';
import { turnOf } from '../../../contract/game/chess-time.ts';
import type { Color, GameView, Variant } from '../../../contract/game/index.ts';
import { isPromotion } from '../../../rules/index.ts';
import { dropOf, roleOfLetter } from './letters.ts';
import { pendingMove } from './pending-move.ts';

/** Moves chosen before the opponent's move has come, in UCI, the next first (G-6). */
export type Premoves = readonly string[];

export const noPremoves: Premoves = [];

/** Further premoves are ignored. */
const MAX_PREMOVES = 20;

export type PremoveAction =
  | { readonly type: 'add'; readonly uci: string }
  /** The first one was sent. */
  | { readonly type: 'sent' }
  | { readonly type: 'clear' };

export function premoveReducer(queue: Premoves, action: PremoveAction): Premoves {
  switch (action.type) {
    case 'add':
      return queue.length < MAX_PREMOVES ? [...queue, action.uci] : queue;
    case 'sent':
      return queue.length > 1 ? queue.slice(1) : noPremoves;
    case 'clear':
      return noPremoves;
    default:
      return action satisfies never;
  }
}

/** What to do about the premoves now: nothing, send the first, or drop all of them. */
export type PremoveDue =
  | { readonly type: 'wait' }
  | { readonly type: 'send'; readonly uci: string }
  | { readonly type: 'drop' };

/** At most one is sent per turn; if it isn't legal, all premoves are dropped (G-6). */
export function premoveDue(queue: Premoves, game: GameView, own: Color): PremoveDue {
  const [uci] = queue;
  if (uci === undefined) return { type: 'wait' };
  if (game.status !== 'playing') return { type: 'drop' };
  if (turnOf(game.fen) !== own) return { type: 'wait' };
  try {
    pendingMove(game, uci, { premove: true, sentAtMs: null });
    return { type: 'send', uci };
  } catch {
    return { type: 'drop' };
  }
}

/** The position after the premoves if the opponent's pieces stay where they are. */
export interface Plan {
  readonly fen: string;
  /** The squares that each of the player's pieces reaches by its way of moving. */
  readonly dests: ReadonlyMap<string, readonly string[]>;
  /** The squares that the premoves touch. */
  readonly squares: readonly string[];
}

/** @param own the side that premoves, which is to move in the plan's FEN */
export function planOf(fen: string, own: Color, queue: Premoves, variant: Variant): Plan {
  const pieces = read(fen);
  for (const uci of queue) apply(pieces, own, uci);
  const castles = variant !== 'antichess' && variant !== 'racingKings';
  const dests = new Map<string, readonly string[]>();
  for (const [key, piece] of pieces) {
    if (piece.color === own) dests.set(key, reachable(pieces, key, castles));
  }
  return {
    fen: `${write(pieces)} ${own === 'white' ? 'w' : 'b'} - - 0 1`,
    dests,
    squares: queue.flatMap((uci) =>
      uci[1] === '@' ? [uci.slice(2)] : [uci.slice(0, 2), uci.slice(2, 4)],
    ),
  };
}

/** A premove between these squares of a plan: a pawn on its last rank becomes a queen. */
export const premoveUci = (plan: Plan, from: string, to: string): string =>
  `${from}${to}${isPromotion(plan.fen, from, to) ? 'q' : ''}`;

/** Where a piece may be dropped as a premove: anywhere but on own pieces, pawns not on the first and last rank. */
export function plannedDrops(plan: Plan, own: Color, role: string): string[] {
  const pieces = read(plan.fen);
  const ranks = role === 'pawn' ? '234567' : '12345678';
  return [...'abcdefgh'].flatMap((file) =>
    [...ranks]
      .map((rank) => file + rank)
      .filter((square) => pieces.get(square as Key)?.color !== own),
  );
}

function apply(pieces: Pieces, own: Color, uci: string): void {
  const to = uci.slice(2, 4) as Key;
  if (uci[1] === '@') {
    const role = roleOfLetter(uci[0] ?? '');
    if (role) pieces.set(to, { role, color: own });
    return;
  }
  const from = uci.slice(0, 2) as Key;
  const piece = pieces.get(from);
  if (!piece) return;
  const promoted = roleOfLetter(uci.slice(4));
  if (castle(pieces, piece, from, to)) return;
  pieces.delete(from);
  pieces.set(to, promoted ? { role: promoted, color: own } : piece);
}

/** Castles if the king moves onto its own rook, or two files from the e-file. @returns whether it did */
function castle(pieces: Pieces, king: Piece, from: Key, to: Key): boolean {
  if (king.role !== 'king' || from[1] !== to[1]) return false;
  const rank = from[1] ?? '';
  const target = pieces.get(to);
  const ontoRook = target?.role === 'rook' && target.color === king.color;
  const twoFiles = from[0] === 'e' && (to[0] === 'g' || to[0] === 'c') && !target;
  if (!ontoRook && !twoFiles) return false;
  const kingside = to > from;
  const rookAt = ontoRook ? to : (`${kingside ? 'h' : 'a'}${rank}` as Key);
  const rook = pieces.get(rookAt);
  if (rook?.role !== 'rook' || rook.color !== king.color) return false;
  pieces.delete(from);
  pieces.delete(rookAt);
  pieces.set(`${kingside ? 'g' : 'c'}${rank}` as Key, king);
  pieces.set(`${kingside ? 'f' : 'd'}${rank}` as Key, rook);
  return true;
}

/** A premove typed by its squares, `g1f3` or `N@f3`, as UCI; null when the plan doesn't allow it. */
export function readPremove(plan: Plan, own: Color, typed: string): string | null {
  const [from, to, letter] = [typed.slice(0, 2), typed.slice(2, 4), typed.slice(4)];
  if (typed[1] === '@') {
    const role = roleOfLetter(typed[0] ?? '');
    if (!role || role === 'king') return null;
    return plannedDrops(plan, own, role).includes(to) ? dropOf(role, to) : null;
  }
  if (!plan.dests.get(from)?.includes(to)) return null;
  const usual = premoveUci(plan, from, to);
  return usual.length === 5 && letter ? from + to + letter : usual;
}
