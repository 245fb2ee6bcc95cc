import { describe, expect, test } from 'vitest';
import {
  act,
  asks,
  clock,
  decide,
  playLine,
  playSan,
  seatedGame,
  timedGame,
} from '../../../testing/games/decided-game.ts';
import { refused } from '../../../testing/util/error-code.ts';
import { dueAtMs } from '../due.ts';
import type { GameState } from '../state.ts';

const untimed = { type: 'unlimited' } as const;
const sans = (state: GameState) => state.record.moves.map(({ san }) => san).join(' ');
const offerOf = (state: GameState) => (state.status === 'playing' ? state.takebackOffer : null);
const alice = {
  offers: asks('alice', 'offerTakeback'),
  accepts: asks('alice', 'acceptTakeback'),
  declines: asks('alice', 'declineTakeback'),
  cancels: asks('alice', 'cancelTakeback'),
};
const bob = {
  offers: asks('bob', 'offerTakeback'),
  accepts: asks('bob', 'acceptTakeback'),
  declines: asks('bob', 'declineTakeback'),
  cancels: asks('bob', 'cancelTakeback'),
};

describe('E-5 a takeback', () => {
  const whiteToMove = playLine(timedGame(untimed), 'e4 e5 Nf3 Nc6');

  test('E-5 takes one ply back if the opponent is to move', () => {
    const asked = act(whiteToMove, bob.offers);
    expect(offerOf(asked)).toBe('black');
    const back = act(asked, alice.accepts);
    expect(sans(back)).toBe('e4 e5 Nf3');
    expect(back.fen).toBe(playLine(timedGame(untimed), 'e4 e5 Nf3').fen);
    expect(offerOf(back)).toBeNull();
  });
  test('E-5 takes two plies back on one’s own turn', () => {
    const back = act(act(whiteToMove, alice.offers), bob.accepts);
    expect(sans(back)).toBe('e4 e5');
    expect(sans(playLine(back, 'd4'))).toBe('e4 e5 d4');
  });
  test('E-5 can be declined and requested again', () => {
    const declined = act(act(whiteToMove, alice.offers), bob.declines);
    expect(offerOf(declined)).toBeNull();
    expect(sans(declined)).toBe('e4 e5 Nf3 Nc6');
    expect(offerOf(act(declined, alice.offers))).toBe('white');
  });
  test('E-5 can be cancelled by the requesting player and requested again', () => {
    const asked = act(whiteToMove, alice.offers);
    expect(() => decide(asked, bob.cancels)).toThrow(refused('no_takeback_offer'));
    const cancelled = act(asked, alice.cancels);
    expect(offerOf(cancelled)).toBeNull();
    expect(() => decide(cancelled, alice.cancels)).toThrow(refused('no_takeback_offer'));
    expect(() => decide(cancelled, bob.accepts)).toThrow(refused('no_takeback_offer'));
    expect(offerOf(act(cancelled, alice.offers))).toBe('white');
  });
  test('E-5 a move of either side ends the request', () => {
    const asked = act(whiteToMove, bob.offers);
    expect(offerOf(playLine(asked, 'Bb5'))).toBeNull();
    expect(offerOf(playLine(act(whiteToMove, alice.offers), 'Bb5'))).toBeNull();
  });
  test('E-5 a counter-request accepts the first request', () => {
    expect(sans(act(act(whiteToMove, bob.offers), alice.offers))).toBe('e4 e5 Nf3');
    expect(sans(act(act(whiteToMove, alice.offers), bob.offers))).toBe('e4 e5');
  });
  test('E-5 is requested once, and answered by the other player only while it is open', () => {
    const asked = act(whiteToMove, alice.offers);
    expect(() => decide(asked, alice.offers)).toThrow(refused('offer_open'));
    expect(() => decide(asked, alice.accepts)).toThrow(refused('no_takeback_offer'));
    expect(() => decide(asked, alice.declines)).toThrow(refused('no_takeback_offer'));
    for (const command of [alice.accepts, alice.declines, bob.accepts, bob.declines]) {
      expect(() => decide(whiteToMove, command)).toThrow(refused('no_takeback_offer'));
    }
    expect(() => decide(asked, asks('carol', 'acceptTakeback'))).toThrow(refused('not_a_player'));
  });
  test('E-5 takes back no more than was played: one ply after the first move, two after the second', () => {
    const start = timedGame(untimed);
    expect(() => decide(start, alice.offers)).toThrow(refused('nothing_to_take_back'));
    expect(() => decide(start, bob.offers)).toThrow(refused('nothing_to_take_back'));
    const one = playLine(start, 'e4');
    expect(() => decide(one, bob.offers)).toThrow(refused('nothing_to_take_back'));
    expect(sans(act(act(one, alice.offers), bob.accepts))).toBe('');
    expect(sans(act(act(playLine(one, 'e5'), alice.offers), bob.accepts))).toBe('');
  });
  test('E-5 takes back at most 400 moves in one game', () => {
    const own = playLine(seatedGame({ white: 'alice', black: 'alice' }), 'e4 e5');
    const often = Array.from({ length: 400 }).reduce<GameState>(
      (game) => playLine(act(game, alice.offers), 'e5'),
      own,
    );
    expect(() => decide(often, alice.offers)).toThrow(refused('taken_back_too_often'));
    expect(sans(playLine(often, 'Nf3'))).toBe('e4 e5 Nf3');
    // Two plies taken back at once count as two.
    const gone = (length: number) => ({
      ...whiteToMove,
      takenBack: often.takenBack.slice(0, length),
    });
    expect(() => decide(gone(399), alice.offers)).toThrow(refused('taken_back_too_often'));
    expect(offerOf(act(gone(398), alice.offers))).toBe('white');
    expect(() => decide(act(gone(399), bob.offers), alice.accepts)).not.toThrow();
  });
  test('E-5 is for casual games only', () => {
    const rated = playLine(timedGame(clock(180), { rated: true }), 'e4 e5');
    expect(() => decide(rated, alice.offers)).toThrow(refused('not_in_rated'));
  });
  test('E-5 closes an open draw offer', () => {
    const offered = act(whiteToMove, asks('alice', 'offerDraw'));
    const back = act(act(offered, bob.offers), alice.accepts);
    expect(back).toMatchObject({ drawOffer: null });
  });
  test('R-JOIN-3 the player of both sides needs no consent', () => {
    const own = playLine(seatedGame({ white: 'alice', black: 'alice' }), 'e4 e5 Nf3');
    expect(sans(act(own, alice.offers))).toBe('e4 e5');
  });
});

describe('E-5 the clocks', () => {
  const game = playSan(playLine(timedGame(clock(180, 2)), 'e4 e5', 0), 'Nf3', 10_000);
  test('E-5 stay as they are at that moment', () => {
    expect(game.clocks).toEqual({ whiteMs: 172_000, blackMs: 180_000 });
    const back = act(act(game, alice.offers, 12_000), bob.accepts, 15_000);
    // Black's thinking time is charged; White keeps what the move had cost and earned.
    expect(back.clocks).toEqual({ whiteMs: 172_000, blackMs: 175_000 });
    expect(dueAtMs(back)).toBe(15_000 + 172_000 + 2000);
    expect(playSan(back, 'Nc3', 16_000).clocks).toEqual({ whiteMs: 173_000, blackMs: 175_000 });
  });
  test('E-5 stop again once the first move of a side is taken back', () => {
    const two = playLine(timedGame(clock(180, 2)), 'e4 e5', 0);
    const back = act(act(two, bob.offers, 4000), alice.accepts, 6000);
    expect(back.clocks).toEqual({ whiteMs: 174_000, blackMs: 180_000 });
    expect(dueAtMs(back)).toBe(6000 + 25_000);
    expect(playSan(back, 'c5', 9000).clocks).toEqual({ whiteMs: 174_000, blackMs: 180_000 });
  });
});

describe('T-2 after a takeback', () => {
  const played = playLine(timedGame(untimed), 'e4 e5 Nf3');
  const back = act(act(played, alice.offers), bob.accepts);
  test('T-2 the freed ply accepts another move', () => {
    const other = playLine(back, 'd4');
    const move = (uci: string) => ({ type: 'move', username: 'alice', ply: 2, uci }) as const;
    expect(decide(other, move('d2d4')).events).toEqual([]);
    expect(() => decide(other, move('g1f3'))).toThrow(refused('stale_ply'));
  });
  describe('a move that names the last event seen', () => {
    const move = (game: GameState, uci: string, ply = 2) =>
      ({ type: 'move', username: 'alice', ply, uci, lastEvent: game.lastEvent }) as const;
    const before = playLine(timedGame(untimed), 'e4 e5');

    test('T-2 causes no event when it was played and taken back since, also when another move followed', () => {
      const retried = move(before, 'g1f3');
      expect(decide(back, retried).events).toEqual([]);
      expect(decide(playLine(back, 'd4 d5 c3'), retried).events).toEqual([]);
      const over = act(playLine(back, 'd4'), asks('bob', 'resign'));
      expect(decide(over, retried).events).toEqual([]);
    });
    test('T-2 is played again when the player has seen the takeback', () => {
      expect(sans(act(back, move(back, 'g1f3')))).toBe('e4 e5 Nf3');
      const twice = act(act(playLine(back, 'Nf3'), alice.offers), bob.accepts);
      expect(decide(twice, move(back, 'g1f3')).events).toEqual([]);
      expect(sans(act(twice, move(twice, 'g1f3')))).toBe('e4 e5 Nf3');
    });
    test('T-2 is played when it differs from the one taken back, in the same position', () => {
      expect(sans(act(back, move(before, 'd2d4')))).toBe('e4 e5 d4');
    });
    test('T-2 is rejected when its position was taken back, even with the same number of plies', () => {
      const start = act(act(playLine(before, 'Nf3 Nc6'), alice.offers), bob.accepts);
      const other = playLine(start, 'd4 d5');
      expect(() => decide(other, move(playLine(before, 'Nf3 Nc6'), 'f1b5', 4))).toThrow(
        refused('stale_ply'),
      );
      expect(sans(act(other, move(other, 'f1b5', 4)))).toBe('e4 e5 d4 d5 Bb5+');
    });
    test('T-2 is rejected when it names a future event', () => {
      const early = { ...move(back, 'g1f3'), lastEvent: back.lastEvent + 1 };
      expect(() => decide(back, early)).toThrow(refused('bad_request'));
    });
    test('T-2 is rejected from the other player', () => {
      const other = { ...move(before, 'g1f3'), username: 'bob' };
      expect(() => decide(back, other)).toThrow(refused('not_your_turn'));
    });
  });
  test('T-2 earlier moves are still acknowledged', () => {
    const first = { type: 'move', username: 'alice', ply: 0, uci: 'e2e4' } as const;
    expect(decide(back, first).events).toEqual([]);
  });
});
