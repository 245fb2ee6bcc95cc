import { expect, test } from 'vitest';
import { plainSetup } from '../../../contract/game/setup.ts';
import { aGame, aTimedGame } from '../testing.ts';
import { absenceText, claimText, firstMoveText } from './urgent-texts.ts';

const blitz = aTimedGame({ type: 'clock', limitMs: 180_000, incrementMs: 0 });

test('E-6 who is away is named, and when the game can be claimed', () => {
  expect(absenceText(blitz, ['white'], 12)).toBe('bob is away. You can claim the game in 12 s.');
  expect(absenceText(blitz, ['black'], null)).toBe('ada is away.');
  expect(claimText(blitz, ['white'], true)).toBe('bob is away: you can claim the game.');
});

test('E-6 who can’t mate is told of a draw only', () => {
  expect(claimText(blitz, ['white'], false)).toBe('bob is away: you can claim a draw.');
});

test('C-9 without a clock it is the days that are told, not the absence', () => {
  const untimed = aGame({ setup: plainSetup });
  expect(claimText(untimed, ['black'], true)).toBe(
    'ada has not moved for 21 days: you can claim the game.',
  );
});

test('C-7 the first move’s time is told once it is known', () => {
  expect(firstMoveText('you', 20)).toBe('You have 20 s for the first move.');
  expect(firstMoveText('white', null)).toBe('');
});
