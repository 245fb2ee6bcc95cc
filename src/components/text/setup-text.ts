import { speedOf } from '../../contract/game/chess-time.ts';
import type { GameSetup } from '../../contract/game/setup.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import { chessText } from '../../generated/texts/chess.ts';

/** Minutes as players write them: `3`, and quarters as fractions: `½`. */
function minutes(limitMs: number): string {
  const seconds = limitMs / 1000;
  const fractions: Readonly<Record<number, string>> = { 15: '¼', 30: '½', 45: '¾' };
  return seconds % 60 === 0 ? `${seconds / 60}` : (fractions[seconds] ?? `${seconds}s`);
}

/** Speed and time: `Blitz · 3+2`, `Correspondence · 2 days per turn`, `No clock`. */
function timeTexts(time: TimeControl): string[] {
  if (time.type === 'unlimited') return [chessText('time.noClock')];
  const speed = chessText(`speed.${speedOf(time)}`);
  if (time.type === 'correspondence') {
    return [speed, chessText('time.daysPerTurn', { days: time.daysPerMove })];
  }
  return [speed, `${minutes(time.limitMs)}+${time.incrementMs / 1000}`];
}

/** A game's settings in one line: `Blitz · 3+2 · rated · Chess960`; the standard variant is not named. */
export function setupText({ timeControl, rated, variant }: GameSetup): string {
  return [
    ...timeTexts(timeControl),
    chessText('mode', { rated }),
    ...(variant === 'standard' ? [] : [chessText(`variant.${variant}`)]),
  ].join(' · ');
}
