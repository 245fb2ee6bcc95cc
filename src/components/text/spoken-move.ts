import type { Color } from '../../contract/game/index.ts';
import { chessText } from '../../generated/texts/chess.ts';
import type { Role } from '../board/placement.ts';

const roles: Readonly<Record<string, Role>> = {
  K: 'king',
  Q: 'queen',
  R: 'rook',
  B: 'bishop',
  N: 'knight',
};

const SAN = /^([KQRBN]?)([a-h]?[1-8]?)(x?)([a-h][1-8])(?:=([QRBN]))?([+#]?)$/;

const pieceText = (letter: string): string => {
  const role = roles[letter];
  return role ? chessText(`piece.${role}`) : letter;
};

/** A move in SAN as one would say it: `Nf3+` by White is `White played knight f3, check`. */
export function spokenMove(color: Color, san: string): string {
  const end = san.endsWith('#') ? 'checkmate' : san.endsWith('+') ? 'check' : 'none';
  if (san.startsWith('O-O')) {
    const side = san.startsWith('O-O-O') ? 'queenside' : 'kingside';
    return chessText('move.castled', { color, side, end });
  }
  const [, piece = '', from = '', takes = '', to = '', promoted = ''] = SAN.exec(san) ?? [];
  if (!to) return chessText('move.played', { color, move: san, end: 'none' });
  const parts = [
    pieceText(piece),
    from,
    takes && chessText('move.takes'),
    to,
    promoted && chessText('move.promotes', { piece: pieceText(promoted) }),
  ];
  return chessText('move.played', { color, move: parts.filter(Boolean).join(' '), end });
}
