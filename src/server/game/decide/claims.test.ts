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
  test('E-2 not before the third time, and not once another move was made', () => {
    expect(() => decide(twice, claim('alice'))).toThrow(refused('no_claim'));
    expect(() => decide(playLine(thrice, 'e4'), claim('bob'))).toThrow(refused('no_claim'));
  });
  test('E-2 an offer of the opponent that is open does not hinder it', () => {
    const offered = act(thrice, asks('bob', 'offerDraw'));
    expect(endingOf(act(offered, claim('alice')))?.reason).toBe('threefoldRepetition');
  });
  test('E-2 a repetition taken back counts no longer', () => {
    const asked = act(thrice, asks('bob', 'offerTakeback'));
    const back = act(asked, asks('alice', 'acceptTakeback'));
    expect(() => decide(back, claim('bob'))).toThrow(refused('no_claim'));
    const again = playLine(back, 'Ng8');
    expect(endingOf(act(again, claim('alice')))?.reason).toBe('threefoldRepetition');
  });
});

describe('E-6 an opponent who is away', () => {
  /** Both have moved, it is Black's turn since 1,000 ms. */
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
    // 15 s are over before 40 s are: in ultraBullet the flag comes first.
    const given = [1, 2].reduce((game) => act(game, asks('alice', 'giveTime')), blackToMove(time));
    const away = blackAway(5000);
    expect(() => decide(given, claims('alice'), 5000 + ms - 1, away)).toThrow(refused('no_claim'));
    expect(endingOf(act(given, claims('alice'), 5000 + ms, away))).toEqual({
      reason: 'abandonment',
      winner: 'white',
    });
  });

  test('E-6 after 10 s when the page was closed', () => {
    for (const [time] of patience.slice(1)) {
      const game = blackToMove(time);
      const away = blackAway(5000, true);
      expect(() => decide(game, claims('alice'), 14_999, away)).toThrow(refused('no_claim'));
      expect(act(game, claims('alice'), 15_000, away).status).toBe('finished');
    }
  });

  test('E-6 who went before the own turn began is counted from there', () => {
    const game = blackToMove(clock(180));
    const away = blackAway(-60_000);
    expect(() => decide(game, claims('alice'), 40_999, away)).toThrow(refused('no_claim'));
    expect(act(game, claims('alice'), 41_000, away).status).toBe('finished');
  });

  test.each([
    // What Black has against White's queen: 9 pawns down, 4 down, 3 down.
    [clock(180), '4k3/8/8/8/8/8/8/Q3K3 w - - 0 1', 13_333],
    [clock(600), '4k3/7r/8/8/8/8/8/Q3K3 w - - 0 1', 26_667],
    [clock(1800), '4k3/7r/8/8/8/8/8/Q3K3 w - - 0 1', 40_000],
    [clock(180), '4k3/7r/5p2/8/8/8/8/Q3K3 w - - 0 1', 40_000],
    // Four up himself.
    [clock(180), '4k3/7q/8/8/8/8/8/R3K3 w - - 0 1', 40_000],
  ])('E-6 a third of it when four pawns down: %j, %s, %i ms', (time, fen, ms) => {
    // Kings step aside and back, so that the material stays as it is.
    const game = playLine(timedGame(time, {}, fen), 'Kd1 Ke7 Kc1', 1000);
    const away = blackAway(5000);
    expect(() => decide(game, claims('alice'), 5000 + ms - 1, away)).toThrow(refused('no_claim'));
    expect(act(game, claims('alice'), 5000 + ms, away).status).toBe('finished');
  });

  test('E-6 never under 10 s, also when both are so', () => {
    const lost = playLine(
      timedGame(clock(180), {}, '4k3/8/8/8/8/8/8/Q3K3 w - - 0 1'),
      'Kd1 Ke7 Kc1',
      1000,
    );
    const away = blackAway(5000, true);
    expect(() => decide(lost, claims('alice'), 14_999, away)).toThrow(refused('no_claim'));
    expect(act(lost, claims('alice'), 15_000, away).status).toBe('finished');
  });

  test('E-6 only on the turn of who is away', () => {
    const whiteToMove = playLine(blackToMove(clock(600)), 'Nc6', 2000);
    expect(() => decide(whiteToMove, claims('alice'), 500_000, blackAway(0))).toThrow(
      refused('no_claim'),
    );
    expect(() => decide(whiteToMove, claims('bob'), 500_000, blackAway(0))).toThrow(
      refused('no_claim'),
    );
  });

  test('E-6 only once both have moved', () => {
    const away: Absence = { white: { sinceMs: 0, left: true }, black: { sinceMs: 0, left: true } };
    const game = timedGame(clock(600), { source: 'challenge' });
    expect(() => decide(game, claims('bob'), 59_999, away)).toThrow(refused('no_claim'));
    const one = playLine(game, 'e4', 1000);
    expect(() => decide(one, claims('alice'), 60_999, away)).toThrow(refused('no_claim'));
    expect(act(playLine(one, 'e5', 1000), claims('bob'), 11_000, away).status).toBe('finished');
  });

  test('E-6 not of who is there, nor of who came back', () => {
    expect(() => decide(blackToMove(clock(600)), claims('alice'), 500_000)).toThrow(
      refused('no_claim'),
    );
  });

  test('E-6 not by who watches, nor when the flag has fallen before', () => {
    const game = blackToMove(clock(60));
    expect(() => decide(game, claims('carol'), 50_000, blackAway(0))).toThrow(
      refused('not_a_player'),
    );
    expect(endingOf(act(game, claims('alice'), 63_000, blackAway(0)))?.reason).toBe('timeout');
  });

  test('E-6 not in correspondence, where days decide', () => {
    const game = blackToMove({ type: 'correspondence', daysPerMove: 3 });
    expect(() => decide(game, claims('alice'), 86_400_000, blackAway(0))).toThrow(
      refused('no_claim'),
    );
  });

  test('E-6 a win for who can mate, else a draw; a draw for who asks for one', () => {
    const result = (game: GameState, asked: 'win' | 'draw') =>
      endingOf(act(game, claims('alice', asked), 60_000, blackAway(0)))?.winner;
    const knight = '3k4/8/8/8/8/8/8/4K1N1 w - - 0 1';
    const bare = playLine(timedGame(clock(180), {}, '3kr3/8/8/8/8/8/8/6K1 w - - 0 1'), 'Kf2 Rh8');
    expect(result(blackToMove(clock(180)), 'win')).toBe('white');
    expect(result(blackToMove(clock(180)), 'draw')).toBeNull();
    expect(result(playLine(bare, 'Kg2'), 'win')).toBeNull();
    // A knight can't mate a queen's side, and a knight alone ends the game before.
    const queen = knight.replace('3k4', '2qk4');
    expect(result(playLine(timedGame(clock(180), {}, queen), 'Kf2 Kd7 Kg2'), 'win')).toBeNull();
  });
});
