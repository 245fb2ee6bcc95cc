import type { Variant } from '../../contract/game.ts';
import type { GameSetup } from '../../contract/setup.ts';
import { type Speed, speedOf } from '../../contract/speed.ts';
import type { TimeControl } from '../../contract/time.ts';

export const variantName = {
  standard: 'Standard',
  chess960: 'Chess960',
  crazyhouse: 'Crazyhouse',
  kingOfTheHill: 'King of the Hill',
  threeCheck: 'Three-check',
  antichess: 'Antichess',
  atomic: 'Atomic',
  horde: 'Horde',
  racingKings: 'Racing Kings',
} as const satisfies Record<Variant, string>;

export const speedName = {
  ultraBullet: 'UltraBullet',
  bullet: 'Bullet',
  blitz: 'Blitz',
  rapid: 'Rapid',
  classical: 'Classical',
  correspondence: 'Correspondence',
} as const satisfies Record<Speed, string>;

/** `3+2`, `½+0`, `2 days`, `No clock`. */
function timeWords(time: TimeControl): string {
  if (time.type === 'unlimited') return 'No clock';
  if (time.type === 'correspondence') {
    return time.daysPerMove === 1 ? '1 day' : `${time.daysPerMove} days`;
  }
  return `${minutesWords(time.limitMs)}+${time.incrementMs / 1000}`;
}

/** Minutes as players write them: `3`, `½`, `1½`, `0.33`. */
function minutesWords(ms: number): string {
  const minutes = ms / 60_000;
  const whole = Math.floor(minutes);
  const part = { 0.25: '¼', 0.5: '½', 0.75: '¾' }[minutes - whole];
  if (part) return whole === 0 ? part : `${whole}${part}`;
  return String(Math.round(minutes * 100) / 100);
}

/** `3+2 · Blitz · Rated`, with the variant where it is another than standard. */
export function setupWords({ variant, timeControl, rated }: GameSetup): string {
  const speed = timeControl.type === 'clock' ? speedName[speedOf(timeControl)] : null;
  const words = [
    variant === 'standard' ? null : variantName[variant],
    timeControl.type === 'correspondence'
      ? `${timeWords(timeControl)} a move`
      : timeWords(timeControl),
    speed,
    rated ? 'Rated' : 'Casual',
  ];
  return words.filter(Boolean).join(' · ');
}
