import type { Color } from '../../contract/game/index.ts';
import { colorName } from './colors.ts';

const pieces: Readonly<Record<string, string>> = {
  K: 'king',
  Q: 'queen',
  R: 'rook',
  B: 'bishop',
  N: 'knight',
};

const SAN = /^([KQRBN]?)([a-h]?[1-8]?)(x?)([a-h][1-8])(?:=([QRBN]))?([+#]?)$/;

/** A move in SAN as one would say it: `Nf3+` by White is `White played knight f3, check`. */
export function spokenMove(color: Color, san: string): string {
  const who = `${colorName[color]} played`;
  const ending = san.endsWith('#') ? ', checkmate' : san.endsWith('+') ? ', check' : '';
  if (san.startsWith('O-O-O')) return `${colorName[color]} castled queenside${ending}`;
  if (san.startsWith('O-O')) return `${colorName[color]} castled kingside${ending}`;
  const [, piece = '', from = '', takes = '', to = '', promoted = ''] = SAN.exec(san) ?? [];
  if (!to) return `${who} ${san}`;
  const words = [
    pieces[piece] ?? '',
    from,
    takes ? 'takes' : '',
    to,
    promoted ? `promotes to ${pieces[promoted] ?? promoted}` : '',
  ];
  return `${who} ${words.filter(Boolean).join(' ')}${ending}`;
}
