import type { GameView } from '../../../contract/game/index.ts';

/** A game in a window's title: its name and who plays. */
export function gameTitle({ gameName, whiteUsername, blackUsername }: GameView): string {
  return `${gameName} (${whiteUsername ?? '…'} – ${blackUsername ?? '…'})`;
}
