import type { GameEvent } from '../../../contract/game/index.ts';

/** The mover's remaining time after each ply, ms; null without a clock. */
export function moveClocks(events: readonly GameEvent[]): (number | null)[] {
  const left: (number | null)[] = [];
  for (const event of events) {
    if (event.type === 'takenBack') left.splice(-event.plies);
    if (event.type !== 'moved') continue;
    const { color, clocks } = event;
    left.push((color === 'white' ? clocks?.whiteMs : clocks?.blackMs) ?? null);
  }
  return left;
}
