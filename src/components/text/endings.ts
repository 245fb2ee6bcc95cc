import type { Color, Ending, EndReason } from '../../contract/game.ts';

export const colorName = { white: 'White', black: 'Black' } as const satisfies Record<
  Color,
  string
>;

export const opposite = (color: Color): Color => (color === 'white' ? 'black' : 'white');

const reasons = {
  checkmate: 'by checkmate',
  stalemate: 'by stalemate',
  insufficientMaterial: 'by insufficient material',
  fivefoldRepetition: 'by fivefold repetition',
  fiftyMoves: 'by the fifty-move rule',
  resignation: 'by resignation',
  drawAgreement: 'by agreement',
  threefoldRepetition: 'by threefold repetition',
  variantEnd: 'by the variant’s own rule',
  timeout: 'on time',
  abandonment: 'by abandonment',
  aborted: 'aborted',
  declined: 'declined',
} as const satisfies Record<EndReason, string>;

/** `White wins by checkmate`, `Draw by agreement`. */
export function endingWords({ reason, winner }: Ending): string {
  return winner ? `${colorName[winner]} wins ${reasons[reason]}` : `Draw ${reasons[reason]}`;
}

/** `1–0`, `0–1`, `½–½`. */
export function scoreOf({ winner }: Ending): string {
  if (winner === null) return '½–½';
  return winner === 'white' ? '1–0' : '0–1';
}
