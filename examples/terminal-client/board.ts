import { Chess } from 'chessops/chess';
import { parseFen } from 'chessops/fen';
import { makeSquare, parseSquare } from 'chessops/util';
import type { Color, Game } from './game-socket.ts';

const glyphs: Readonly<Record<string, string>> = {
  KING: '♚',
  QUEEN: '♛',
  ROOK: '♜',
  BISHOP: '♝',
  KNIGHT: '♞',
  PAWN: '♟',
};

/** Colours of the 256 that terminals have. */
const colors = { light: 180, dark: 137, marked: 107, origin: 178, white: 231, black: 16 };

const paint = (text: string, background: number, foreground: number) =>
  `\x1b[48;5;${background}m\x1b[38;5;${foreground}m${text}\x1b[0m`;

/**
 * Draws the board as seen from a side.
 * @param origin a square to show where a piece stands, and `marked` those to which it can go
 */
export function drawBoard(
  game: Game,
  side: Color,
  origin = '',
  marked: readonly string[] = [],
): string {
  const up = [0, 1, 2, 3, 4, 5, 6, 7];
  const down = [...up].reverse();
  const [rows, columns] = side === 'white' ? [down, up] : [up, down];
  const letters = `   ${columns.map((column) => ` ${'abcdefgh'[column]} `).join('')}`;
  const lines = rows.map((row) => {
    const squares = columns.map((column) => {
      const name = `${'abcdefgh'[column]}${row + 1}`;
      const shade = (row + column) % 2 === 0 ? colors.dark : colors.light;
      const background =
        name === origin ? colors.origin : marked.includes(name) ? colors.marked : shade;
      const piece = game.board[row]?.[column];
      const foreground = piece?.pieceColor === 'WHITE' ? colors.white : colors.black;
      return paint(` ${glyphs[piece?.type ?? ''] ?? ' '} `, background, foreground);
    });
    return ` ${row + 1} ${squares.join('')} ${row + 1}`;
  });
  return [letters, ...lines, letters].join('\n');
}

/** Where the piece on a square may go. @throws Error for what is no square, or when nothing can move from there */
export function legalSquares({ fen }: Game, from: string): string[] {
  const square = parseSquare(from);
  if (square === undefined) throw new Error(`"${from}" is no square; say e2.`);
  const position = parseFen(fen).unwrap((setup) => Chess.fromSetup(setup).unwrap());
  const squares = Array.from(position.dests(square), makeSquare);
  if (squares.length === 0) throw new Error(`Nothing on ${from} can move.`);
  return squares;
}
