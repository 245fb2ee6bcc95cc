import { describe, expect, it } from 'vitest';
import { abilitiesIn } from './variants.ts';

const chess960 = 'option name UCI_Chess960 type check default false';

describe('abilitiesIn', () => {
  it('an engine without options plays standard chess', () => {
    expect(abilitiesIn(['id name Plain', 'uciok'])).toEqual({
      chess960: false,
      names: new Map([['standard', null]]),
    });
  });

  it('UCI_Chess960 alone adds Chess960', () => {
    expect([...abilitiesIn([chess960]).names.keys()]).toEqual(['standard', 'chess960']);
  });

  it('UCI_Variant adds the variants that it lists, by the engine’s names', () => {
    const list =
      'option name UCI_Variant type combo default chess var chess var giveaway var 3check';
    expect([...abilitiesIn([list]).names]).toEqual([
      ['standard', 'chess'],
      ['threeCheck', '3check'],
      ['antichess', 'giveaway'],
    ]);
  });

  it('uses antichess, not giveaway, if an engine lists both', () => {
    const list = 'option name UCI_Variant type combo default chess var antichess var giveaway';
    expect(abilitiesIn([list]).names.get('antichess')).toBe('antichess');
  });
});
