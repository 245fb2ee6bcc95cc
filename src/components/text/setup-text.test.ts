import { expect, test } from 'vitest';
import type { Ending, Variant } from '../../contract/game/index.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import { endingText, scoreOf } from './endings.ts';
import { setupText } from './setup-text.ts';

const clock = (limitMs: number, incrementMs: number) =>
  ({ type: 'clock', limitMs, incrementMs }) as const;

test.each([
  [plainSetup, 'No clock · casual'],
  [{ ...plainSetup, timeControl: clock(180_000, 2000), rated: true }, 'Blitz · 3+2 · rated'],
  [{ ...plainSetup, timeControl: clock(30_000, 0) }, 'Bullet · ½+0 · casual'],
  [{ ...plainSetup, timeControl: clock(15_000, 0) }, 'UltraBullet · ¼+0 · casual'],
  [
    { ...plainSetup, timeControl: clock(600_000, 0), variant: 'chess960' as const },
    'Rapid · 10+0 · casual · Chess960',
  ],
  [
    { ...plainSetup, timeControl: { type: 'correspondence' as const, daysPerMove: 1 as const } },
    'Correspondence · 1 day per turn · casual',
  ],
])('a game’s settings in a line, %#', (setup, text) => {
  expect(setupText(setup)).toBe(text);
});

test.each<[Ending['reason'], Ending['winner'], Variant, string, string]>([
  ['checkmate', 'white', 'standard', 'White wins by checkmate', '1–0'],
  ['timeout', 'black', 'standard', 'Black wins on time', '0–1'],
  ['timeout', null, 'standard', 'Draw on time', '½–½'],
  ['variantEnd', 'white', 'kingOfTheHill', 'White wins by reaching the hill', '1–0'],
  ['variantEnd', null, 'racingKings', 'Draw by the variant’s own rule', '½–½'],
  ['aborted', null, 'standard', 'Game aborted', '–'],
  ['declined', null, 'standard', 'Challenge declined', '–'],
])('%s for %s in %s is said as such', (reason, winner, variant, text, score) => {
  expect(endingText({ reason, winner }, variant)).toBe(text);
  expect(scoreOf({ reason, winner })).toBe(score);
});
