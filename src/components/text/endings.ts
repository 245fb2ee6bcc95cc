import { isVoid } from '../../contract/game/chess-time.ts';
import type { Ending, EndReason, Variant } from '../../contract/game/index.ts';
import { colorName } from './colors.ts';

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

/** How a variant's own end comes about. */
const variantEnds: Readonly<Partial<Record<Variant, string>>> = {
  kingOfTheHill: 'by reaching the hill',
  threeCheck: 'by the third check',
  antichess: 'by having nothing left to move',
  atomic: 'by exploding the king',
  horde: 'by taking the whole horde',
  racingKings: 'by winning the race',
};

/** `White wins by checkmate`, `Draw by agreement`, `Game aborted`. */
export function endingText(ending: Ending, variant: Variant = 'standard'): string {
  const { reason, winner } = ending;
  if (isVoid(ending)) return reason === 'declined' ? 'Challenge declined' : 'Game aborted';
  const own = reason === 'variantEnd' && winner ? variantEnds[variant] : undefined;
  const how = own ?? reasons[reason];
  return winner ? `${colorName[winner]} wins ${how}` : `Draw ${how}`;
}

/** `1–0`, `0–1`, `½–½`; `–` for a game that counts for nobody. */
export function scoreOf(ending: Ending): string {
  if (isVoid(ending)) return '–';
  if (ending.winner === null) return '½–½';
  return ending.winner === 'white' ? '1–0' : '0–1';
}
