import { describe, expect, test } from 'vitest';
import type { Variant } from '../../../contract/game/index.ts';
import { initialFenOf } from '../../../rules/variants.ts';
import { chosenStart, startFen } from './start-position.ts';

describe('where a game begins', () => {
  test('G-1 is the usual position of its variant, in Chess960 one of 960', () => {
    expect(startFen('standard')).toBe(initialFenOf('standard'));
    expect(startFen('horde')).toBe(initialFenOf('horde'));
    const drawn = new Set(Array.from({ length: 40 }, () => startFen('chess960')));
    expect(drawn.size).toBeGreaterThan(20);
  });

  test('G-1 can be chosen, and is stored in one spelling', () => {
    expect(chosenStart(' 4k3/8/8/8/8/8/8/R3K3 w Q', 'standard')).toBe(
      '4k3/8/8/8/8/8/8/R3K3 w Q - 0 1',
    );
    expect(chosenStart('4k3/8/8/8/8/8/8/4K3[Qq] w - - 0 1', 'crazyhouse')).toContain('[Qq]');
  });

  test.each<[Variant, string, string]>([
    ['standard', '4k3/8/8/8/8/8/8/4K3 w - - 0 1', 'already be over'],
    ['standard', '7k/6Q1/6K1/8/8/8/8/8 b - - 0 1', 'already be over'],
    ['kingOfTheHill', '4k3/8/8/8/4K3/8/8/8 b - - 0 1', 'already be over'],
    ['atomic', '8/8/8/8/8/8/8/4K2R b K - 0 1', 'already be over'],
    ['standard', 'hello', 'the board must be eight ranks'],
    ['racingKings', initialFenOf('standard'), 'there are no pawns in Racing Kings'],
  ])('G-1 %s is refused from %s: %s', (variant, fen, detail) => {
    expect(() => chosenStart(fen, variant)).toThrow(
      expect.objectContaining({
        code: 'bad_request',
        field: 'setup.initialFen',
        message: expect.stringContaining(detail),
      }),
    );
  });
});
