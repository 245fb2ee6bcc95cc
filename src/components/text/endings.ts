import { isVoid } from '../../contract/game/chess-time.ts';
import type { Ending, Variant } from '../../contract/game/index.ts';
import { chessText } from '../../generated/texts/chess.ts';

/** How a game ended: `by checkmate`, `by reaching the hill`. */
function howText(reason: Exclude<Ending['reason'], 'aborted' | 'declined'>, variant: Variant) {
  if (reason !== 'variantEnd') return chessText(`how.${reason}`);
  switch (variant) {
    case 'standard':
    case 'chess960':
    case 'crazyhouse':
      return chessText('how.variantEnd');
    default:
      return chessText(`variantEnd.${variant}`);
  }
}

/** `White wins by checkmate`, `Draw by agreement`, `Game aborted`. */
export function endingText({ reason, winner }: Ending, variant: Variant = 'standard'): string {
  if (reason === 'declined' || reason === 'aborted') return chessText(`result.${reason}`);
  if (winner === null) return chessText('result.draw', { how: howText(reason, 'standard') });
  return chessText('result.wins', { color: winner, how: howText(reason, variant) });
}

/** `1–0`, `0–1`, `½–½`; `–` for a game that doesn't count. */
export function scoreOf(ending: Ending): string {
  if (isVoid(ending)) return '–';
  if (ending.winner === null) return '½–½';
  return ending.winner === 'white' ? '1–0' : '0–1';
}
