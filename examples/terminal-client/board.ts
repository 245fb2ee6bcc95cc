import { Chess } from 'chessops/chess';
import { chessgroundDests } from 'chessops/compat';
import { parseFen } from 'chessops/fen';
import type { Square, SquareName } from 'chessops/types';
import { makeSquare, parseSquare } from 'chessops/util';
import type { Game, ListedGame } from './server.ts';

export type Side = 'white' | 'black';

const glyphs: Readonly<Record<string, string>> = {
  KING: '♚',
  QUEEN: '♛',
  ROOK: '♜',
  BISHOP: '♝',
  KNIGHT: '♞',
  PAWN: '♟',
};

/** Colours from the 256 of terminals. */
const colors = { light: 180, dark: 137, target: 107, origin: 178, white: 231, black: 16 };

/** Draws the board as seen from a side. @param from shows where the piece on this square can go */
export function drawBoard(game: Game, side: Side, from?: Square): string {
  const targets = from === undefined ? [] : legalTargets(game, from);
  const up = [0, 1, 2, 3, 4, 5, 6, 7];
  const columns = side === 'white' ? up : up.toReversed();
  const letters = `   ${columns.map((column) => ` ${'abcdefgh'[column]} `).join('')}`;
  const lines = columns.toReversed().map((row) => {
    const squares = columns.map((column) => {
      const square = 8 * row + column;
      const shade = (row + column) % 2 === 0 ? colors.dark : colors.light;
      const marked = targets.includes(makeSquare(square)) ? colors.target : shade;
      const background = square === from ? colors.origin : marked;
      const piece = game.board[row]?.[column];
      const foreground = piece?.pieceColor === 'WHITE' ? colors.white : colors.black;
      const glyph = glyphs[piece?.type ?? ''] ?? ' ';
      return `\x1b[48;5;${background}m\x1b[38;5;${foreground}m ${glyph} \x1b[0m`;
    });
    return ` ${row + 1} ${squares.join('')} ${row + 1}`;
  });
  return [letters, ...lines, letters].join('\n');
}

function legalTargets({ fen }: Game, from: Square): SquareName[] {
  const position = parseFen(fen).unwrap((setup) => Chess.fromSetup(setup).unwrap());
  const targets = chessgroundDests(position).get(makeSquare(from));
  if (!targets) throw new Error(`No piece on ${makeSquare(from)} can move.`);
  return targets;
}

/** The square of a name, 0 (a1) to 63 (h8). @throws Error when there is none */
export function squareOf(name = ''): Square {
  const square = parseSquare(name.toLowerCase());
  if (square === undefined) throw new Error(`"${name}" is not a square such as e2.`);
  return square;
}

export const playersOf = ({ whiteUsername, blackUsername }: ListedGame): string =>
  `${whiteUsername ?? '(free)'} – ${blackUsername ?? '(free)'}`;
