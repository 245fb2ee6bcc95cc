import { speedOf } from '../../contract/game/chess-time.ts';
import type { GameSetup } from '../../contract/game/setup.ts';
import type { Speed, TimeControl } from '../../contract/game/time.ts';
import { variantName } from '../../contract/game/variant-names.ts';
import { count } from './count.ts';

export const speedName = {
  ultraBullet: 'UltraBullet',
  bullet: 'Bullet',
  blitz: 'Blitz',
  rapid: 'Rapid',
  classical: 'Classical',
  correspondence: 'Correspondence',
} as const satisfies Record<Speed, string>;

/** Minutes as players write them: `3`, and quarters as fractions: `½`. */
function minutes(limitMs: number): string {
  const seconds = limitMs / 1000;
  const fractions: Readonly<Record<number, string>> = { 15: '¼', 30: '½', 45: '¾' };
  return seconds % 60 === 0 ? `${seconds / 60}` : (fractions[seconds] ?? `${seconds}s`);
}

/** A time control in a few signs: `3+2`, `½+0`, `2 days`, `no clock`. */
function timeText(time: TimeControl): string {
  if (time.type === 'unlimited') return 'no clock';
  if (time.type === 'correspondence') return `${count(time.daysPerMove, 'day')} a move`;
  return `${minutes(time.limitMs)}+${time.incrementMs / 1000}`;
}

/** A game's settings in one line: `Blitz · 3+2 · rated · Chess960`; the usual rules go without saying. */
export function setupText({ timeControl, rated, variant }: GameSetup): string {
  const parts = [
    timeControl.type === 'unlimited' ? 'No clock' : speedName[speedOf(timeControl)],
    timeControl.type === 'unlimited' ? '' : timeText(timeControl),
    rated ? 'rated' : 'casual',
    variant === 'standard' ? '' : variantName[variant],
  ];
  return parts.filter(Boolean).join(' · ');
}
