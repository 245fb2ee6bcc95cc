import { describe, expect, test } from 'vitest';
import type { TimeControl } from '../../../contract/game/time.ts';
import {
  act,
  asks,
  clock,
  decide,
  endingOf,
  playLine,
  timedGame,
} from '../../../testing/games/decided-game.ts';
import { refused } from '../../../testing/util/error-code.ts';
import type { GameState } from '../state.ts';
import type { Moment } from './index.ts';

const claims = (username: string, result: 'win' | 'draw' = 'win') =>
  ({ type: 'claimAbsence', username, result }) as const;
type Absence = Moment['absence'];
const blackAway = (sinceMs: number, left = false): Absence => ({
  white: null,
  black: { sinceMs, left },
});

describe('E-2 threefold repetition', () => {
  const dance = 'Nf3 Nf6 Ng1 Ng8';
  const twice = playLine(timedGame({ type: 'unlimited' }), dance);
  const thrice = playLine(twice, dance);
  const claim = (username: string) => asks(username, 'claimDraw');

  test('E-2 is claimed by the player to move, and does not end the game by itself', () => {
    expect(thrice.status).toBe('playing');
    expect(endingOf(act(thrice, claim('alice')))).toEqual({
      reason: 'threefoldRepetition',
      winner: null,
    });
    expect(() => decide(thrice, claim('bob'))).toThrow(refused('not_your_turn'));
    expect(() => decide(thrice, claim('carol'))).toThrow(refused('not_a_player'));
  });
  test('E-2 can’t be claimed before the third time, or after another move', () => {
    expect(() => decide(twice, claim('alice'))).toThrow(refused('no_claim'));
    expect(() => decide(playLine(thrice, 'e4'), claim('bob'))).toThrow(refused('no_claim'));
  });
  test('E-2 can be claimed while the opponent’s offer is open', () => {
    const offered = act(thrice, asks('bob', 'offerDraw'));
    expect(endingOf(act(offered, claim('alice')))?.reason).toBe('threefoldRepetition');
  });
  test('E-2 is not counted after a takeback', () => {
    const asked = act(thrice, asks('bob', 'offerTakeback'));
    const back = act(asked, asks('alice', 'acceptTakeback'));
    expect(() => decide(back, claim('bob'))).toThrow(refused('no_claim'));
    const again = playLine(back, 'Ng8');
    expect(endingOf(act(again, claim('alice')))?.reason).toBe('threefoldRepetition');
  });
});

describe('E-6 an opponent who is away', () => {
  /** Both have moved; Black's turn began at 1,000 ms. */
  const blackToMove = (time: TimeControl): GameState =>
    playLine(timedGame(time), 'e4 e5 Nf3', 1000);

  const patience = [
    [clock(15), 40_000],
    [clock(60), 40_000],
    [clock(180), 40_000],
    [clock(600), 80_000],
    [clock(1800), 120_000],
  ] as const;
  test.each(patience)('E-6 in %j after %i ms of the own turn', (time, ms) => {
    // A 15 s clock ends before 40 s have passed: in ultraBullet the game needs given time.
    const given = [1, 2].reduce((game) => act(game, asks('alice', 'giveTime')), blackToMove(time));
    const away = blackAway(5000);
    expect(() => decide(given, claims('alice'), 5000 + ms - 1, away)).toThrow(refused('no_claim'));
    expect(endingOf(act(given, claims('alice'), 5000 + ms, away))).toEqual({
      reason: 'abandonment',
      winner: 'white',
    });
  });

  test('E-6 is claimable 10 s after the page was closed', () => {
    for (const [time] of patience.slice(1)) {
      const game = blackToMove(time);
      const away = blackAway(5000, true);
      expect(() => decide(game, claims('alice'), 14_999, away)).toThrow(refused('no_claim'));
      expect(act(game, claims('alice'), 15_000, away).status).toBe('finished');
    }
  });

  test('E-6 absence counts from the start of the absent player’s turn', () => {
    const game = blackToMove(clock(180));
    const away = blackAway(-60_000);
    expect(() => decide(game, claims('alice'), 40_999, away)).toThrow(refused('no_claim'));
    expect(act(game, claims('alice'), 41_000, away).status).toBe('finished');
  });

  test.each([
    // Black against White's queen: 9 pawns down, 4 down, 3 down.
    [clock(180), '4k3/8/8/8/8/8/8/Q3K3 w - - 0 1', 13_333],
    [clock(600), '4k3/7r/8/8/8/8/8/Q3K3 w - - 0 1', 26_667],
    [clock(1800), '4k3/7r/8/8/8/8/8/Q3K3 w - - 0 1', 40_000],
    [clock(180), '4k3/7r/5p2/8/8/8/8/Q3K3 w - - 0 1', 40_000],
    // Black is four up.
    [clock(180), '4k3/7q/8/8/8/8/8/R3K3 w - - 0 1', 40_000],
  ])('E-6 a third of it when four pawns down: %j, %s, %i ms', (time, fen, ms) => {
    // The kings step aside and back, so that the material stays the same.
    const game = playLine(timedGame(time, {}, fen), 'Kd1 Ke7 Kc1', 1000);
    const away = blackAway(5000);
    expect(() => decide(game, claims('alice'), 5000 + ms - 1, away)).toThrow(refused('no_claim'));
    expect(act(game, claims('alice'), 5000 + ms, away).status).toBe('finished');
  });

  test('E-6 never waits less than 10 s, also when both reductions apply', () => {
    const lost = playLine(
      timedGame(clock(180), {}, '4k3/8/8/8/8/8/8/Q3K3 w - - 0 1'),
      'Kd1 Ke7 Kc1',
      1000,
    );
    const away = blackAway(5000, true);
    expect(() => decide(lost, claims('alice'), 14_999, away)).toThrow(refused('no_claim'));
    expect(act(lost, claims('alice'), 15_000, away).status).toBe('finished');
  });

  test('E-6 is claimable only during the absent player’s turn', () => {
    const whiteToMove = playLine(blackToMove(clock(600)), 'Nc6', 2000);
    expect(() => decide(whiteToMove, claims('alice'), 500_000, blackAway(0))).toThrow(
      refused('no_claim'),
    );
    expect(() => decide(whiteToMove, claims('bob'), 500_000, blackAway(0))).toThrow(
      refused('no_claim'),
    );
  });

  test('E-6 is claimable only after both have moved', () => {
    const away: Absence = { white: { sinceMs: 0, left: true }, black: { sinceMs: 0, left: true } };
    const game = timedGame(clock(600), { source: 'challenge' });
    expect(() => decide(game, claims('bob'), 59_999, away)).toThrow(refused('no_claim'));
    const one = playLine(game, 'e4', 1000);
    expect(() => decide(one, claims('alice'), 60_999, away)).toThrow(refused('no_claim'));
    expect(act(playLine(one, 'e5', 1000), claims('bob'), 11_000, away).status).toBe('finished');
  });

  test('E-6 is not claimable while connected, or after a return', () => {
    expect(() => decide(blackToMove(clock(600)), claims('alice'), 500_000)).toThrow(
      refused('no_claim'),
    );
  });

  test('E-6 is not claimable by spectators, or after the flag fell', () => {
    const game = blackToMove(clock(60));
    expect(() => decide(game, claims('carol'), 50_000, blackAway(0))).toThrow(
      refused('not_a_player'),
    );
    expect(endingOf(act(game, claims('alice'), 63_000, blackAway(0)))?.reason).toBe('timeout');
  });

  test('E-6 is not claimable in correspondence, where the days decide', () => {
    const game = blackToMove({ type: 'correspondence', daysPerMove: 3 });
    expect(() => decide(game, claims('alice'), 86_400_000, blackAway(0))).toThrow(
      refused('no_claim'),
    );
  });

  test('E-6 gives a win with mating material, else a draw; or a draw on request', () => {
    const result = (game: GameState, asked: 'win' | 'draw') =>
      endingOf(act(game, claims('alice', asked), 60_000, blackAway(0)))?.winner;
    const knight = '3k4/8/8/8/8/8/8/4K1N1 w - - 0 1';
    const bare = playLine(timedGame(clock(180), {}, '3kr3/8/8/8/8/8/8/6K1 w - - 0 1'), 'Kf2 Rh8');
    expect(result(blackToMove(clock(180)), 'win')).toBe('white');
    expect(result(blackToMove(clock(180)), 'draw')).toBeNull();
    expect(result(playLine(bare, 'Kg2'), 'win')).toBeNull();
    // A knight can't mate against a queen, and a knight alone ends the game at once.
    const queen = knight.replace('3k4', '2qk4');
    expect(result(playLine(timedGame(clock(180), {}, queen), 'Kf2 Kd7 Kg2'), 'win')).toBeNull();
  });
});
