import { describe, expect, test } from 'vitest';
import { gameFrom, playSan } from '../rules/notation.testing.ts';
import { keyOf } from '../rules/position.ts';
import { startRecord } from '../rules/record.ts';
import { openingOf, readLines, tables } from './openings.ts';

const lines = tables.flatMap(readLines);
const played = (moves: string) => playSan(startRecord(), moves);

describe('the table of openings', () => {
  test('AN-12 has at least 500 lines, every one legal, and no position twice', () => {
    expect(lines.length).toBeGreaterThanOrEqual(500);
    const names = new Map<string, string[]>();
    for (const { position, name } of lines) {
      const key = keyOf(position);
      names.set(key, [...(names.get(key) ?? []), name]);
    }
    expect([...names.values()].filter((twice) => twice.length > 1)).toEqual([]);
  });

  test('AN-12 has codes from A00 to E99 of all volumes, and names of one form', () => {
    for (const { eco, name } of lines) {
      expect(eco).toMatch(/^[A-E]\d\d$/);
      expect(name).toMatch(/^[^:,|]+(: [^:,|]+(, [^:,|]+)*)?$/);
    }
    expect(new Set(lines.map(({ eco }) => eco[0]))).toEqual(new Set('ABCDE'));
  });

  test('a row with an illegal move or without a name is an error', () => {
    expect(() => readLines('e5 | A00 Wrong')).toThrow(/e5 is not legal/);
    expect(() => readLines('e4 | King’s Pawn')).toThrow(/no name/);
  });
});

describe('the opening of a game', () => {
  test.each([
    ['e4', 'B00', "King's Pawn Opening"],
    ['e4 e5 Nf3 Nc6 Bb5 a6 Ba4 Nf6 O-O Be7', 'C84', 'Ruy Lopez: Closed'],
    [
      'd4 d5 c4 e6 Nc3 Nf6 Bg5 Be7 e3 O-O Nf3 Nbd7',
      'D60',
      "Queen's Gambit Declined: Orthodox Defense",
    ],
    // Beyond the table: the last position that it has counts.
    ['e4 c5 Nf3 d6 d4 cxd4 Nxd4 Nf6 Nc3 a6 a4 g6 a5', 'B90', 'Sicilian Defense: Najdorf Variation'],
  ])('AN-12 after %s is %s %s', (moves, eco, name) => {
    expect(openingOf(played(moves))).toEqual({ eco, name });
  });

  test('AN-12 is found by position, whatever the order of moves', () => {
    const usual = openingOf(played('d4 Nf6 c4 e6 Nf3 d5 Nc3'));
    expect(openingOf(played('Nf3 d5 d4 Nf6 c4 e6 Nc3'))).toEqual(usual);
    expect(usual).toMatchObject({ eco: 'D37' });
    // A transposition after a detour that has no name of its own.
    expect(openingOf(played('c4 e6 d4 Nf6 Nc3 Bb4'))).toMatchObject({ eco: 'E20' });
  });

  test('AN-12 is null before the first move, in variants and from other positions', () => {
    expect(openingOf(startRecord())).toBeNull();
    expect(openingOf(playSan(startRecord(undefined, 'atomic'), 'e4'))).toBeNull();
    expect(openingOf(playSan(gameFrom('4k3/8/8/8/8/8/4P3/4K3 w - - 0 1'), 'e4'))).toBeNull();
  });
});
