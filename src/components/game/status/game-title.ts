import type { GameView } from '../../../contract/game/index.ts';

/** A game's document title: its name and its players. */
export function gameTitle({ gameName, whiteUsername, blackUsername }: GameView): string {
  return `${gameName} (${whiteUsername ?? '…'} – ${blackUsername ?? '…'})`;
}
