import { describe, expect, test } from 'vitest';
import {
  act,
  aliceAndBob,
  decide,
  playLine,
  seatedGame,
} from '../../../testing/games/decided-game.ts';
import { type GameState, sidesOf } from '../state.ts';
import type { Command } from './index.ts';

const refused = (code: string) => expect.objectContaining({ name: 'RookeryError', code });
const endingOf = (state: GameState) => (state.status === 'finished' ? state.ending : null);
const offerOf = (state: GameState) => (state.status === 'playing' ? state.drawOffer : null);
const agreed = { reason: 'drawAgreement', winner: null };

const by = (username: string) => ({
  offers: { type: 'offerDraw', username } as const,
  accepts: { type: 'acceptDraw', username } as const,
  declines: { type: 'declineDraw', username } as const,
  resigns: { type: 'resign', username } as const,
});
const alice = by('alice');
const bob = by('bob');

/** This many plies from the standard position without repetition or ending: knights out and back, pawns between. */
function quietGame(plies: number): GameState {
  const line = 'Nf3 Nf6 Ng1 Ng8 a3 a6 Nf3 Nf6 Ng1 Ng8 b3 b6 Nf3 Nf6 Ng1 Ng8 c3 c6 Nf3 Nf6 Ng1 Ng8';
  return playLine(seatedGame(), `${line} d3 d6`.split(' ').slice(0, plies).join(' '));
}

describe('E-3 draw offers', () => {
  test('E-3 are possible from ply 2 on', () => {
    for (const plies of [0, 1]) {
      expect(() => decide(quietGame(plies), alice.offers)).toThrow(refused('draw_too_soon'));
      expect(() => decide(quietGame(plies), bob.offers)).toThrow(refused('draw_too_soon'));
    }
    expect(offerOf(act(quietGame(2), alice.offers))).toBe('white');
    expect(offerOf(act(quietGame(2), bob.offers))).toBe('black');
  });

  test('E-3 are possible once in 20 plies for each side', () => {
    const declined = act(act(quietGame(2), alice.offers), bob.declines);
    expect(() => decide(declined, alice.offers)).toThrow(refused('draw_too_soon'));
    const rest = 'Ng1 Ng8 a3 a6 Nf3 Nf6 Ng1 Ng8 b3 b6 Nf3 Nf6 Ng1 Ng8 c3 c6 Nf3 Nf6 Ng1 Ng8';
    const later = (plies: number) => playLine(declined, rest.split(' ').slice(0, plies).join(' '));
    expect(() => decide(later(19), alice.offers)).toThrow(refused('draw_too_soon'));
    expect(offerOf(act(later(20), alice.offers))).toBe('white');
    // Each side has its own count.
    expect(offerOf(act(declined, bob.offers))).toBe('black');
  });

  test('E-3 can’t be repeated while open', () => {
    const offered = act(quietGame(4), alice.offers);
    expect(() => decide(offered, alice.offers)).toThrow(refused('draw_too_soon'));
  });

  test('E-3 the opponent accepts, and the game is drawn', () => {
    const drawn = act(act(quietGame(4), alice.offers), bob.accepts);
    expect(endingOf(drawn)).toEqual(agreed);
  });

  test('E-3 the opponent declines, and the game goes on without an offer', () => {
    const declined = act(act(quietGame(4), bob.offers), alice.declines);
    expect(offerOf(declined)).toBeNull();
    expect(() => decide(declined, alice.accepts)).toThrow(refused('no_draw_offer'));
  });

  test('E-3 a move by the opponent declines it; one by the offering player does not', () => {
    const offered = act(quietGame(4), alice.offers);
    const moved = playLine(offered, 'Nf3');
    expect(offerOf(moved)).toBe('white');
    expect(endingOf(act(moved, bob.accepts))).toEqual(agreed);
    const answered = playLine(moved, 'Nf6');
    expect(offerOf(answered)).toBeNull();
    expect(() => decide(answered, bob.accepts)).toThrow(refused('no_draw_offer'));
  });

  test('E-3 a counter-offer accepts the open offer', () => {
    expect(endingOf(act(act(quietGame(4), alice.offers), bob.offers))).toEqual(agreed);
    // Also for a player who has used up their own offer.
    const used = act(act(quietGame(4), bob.offers), alice.declines);
    expect(endingOf(act(act(used, alice.offers), bob.offers))).toEqual(agreed);
  });

  test('E-3 a missing offer, or one’s own, can’t be answered', () => {
    for (const command of [alice.accepts, alice.declines, bob.accepts, bob.declines]) {
      expect(() => decide(quietGame(4), command)).toThrow(refused('no_draw_offer'));
    }
    const offered = act(quietGame(4), alice.offers);
    expect(() => decide(offered, alice.accepts)).toThrow(refused('no_draw_offer'));
    expect(() => decide(offered, alice.declines)).toThrow(refused('no_draw_offer'));
  });

  test('E-3 offering to an opponent without mating material ends the game as a draw', () => {
    const rookAgainstKing = '4k3/8/8/8/8/8/8/R3K3 w - - 0 1';
    const game = playLine(seatedGame(aliceAndBob, rookAgainstKing), 'Ra2 Kd7');
    expect(endingOf(act(game, alice.offers))).toEqual(agreed);
    // The side with the bare king only makes an offer.
    expect(offerOf(act(game, bob.offers))).toBe('black');
    // Not before ply 2 in this case either.
    const start = seatedGame(aliceAndBob, rookAgainstKing);
    expect(() => decide(start, alice.offers)).toThrow(refused('draw_too_soon'));
  });

  test('R-JOIN-3 the holder of both seats offers for the side to move, and may accept', () => {
    const own = playLine(seatedGame({ white: 'alice', black: 'alice' }), 'e4 e5 Nf3');
    const offered = act(own, alice.offers);
    expect(offerOf(offered)).toBe('black');
    expect(endingOf(act(offered, alice.accepts))).toEqual(agreed);
    expect(offerOf(act(offered, alice.declines))).toBeNull();
  });

  test('W-7 a draw can’t be offered while a seat is empty', () => {
    const open = seatedGame({ white: 'alice', black: null });
    for (const command of [alice.offers, alice.accepts, alice.declines]) {
      expect(() => decide(open, command)).toThrow(refused('no_opponent'));
    }
  });
});

describe('E-4 resignation', () => {
  test('E-4 gives the game to the other side, whichever is to move', () => {
    for (const plies of [0, 1, 2, 3]) {
      const game = quietGame(plies);
      expect(endingOf(act(game, alice.resigns))).toEqual({
        reason: 'resignation',
        winner: 'black',
      });
      expect(endingOf(act(game, bob.resigns))).toEqual({ reason: 'resignation', winner: 'white' });
    }
  });
  test('E-4 closes an open draw offer', () => {
    expect(endingOf(act(act(quietGame(4), alice.offers), bob.resigns))?.winner).toBe('white');
  });
});

describe('errors', () => {
  const everything: readonly Command[] = [alice, bob].flatMap((player) => Object.values(player));
  const endings: readonly (readonly [string, GameState])[] = [
    ['resignation', act(quietGame(4), alice.resigns)],
    ['mate', playLine(seatedGame(), 'f3 e5 g4 Qh4#')],
    ['draw', act(act(quietGame(4), alice.offers), bob.accepts)],
    [
      'resignation before anybody sat opposite',
      act(seatedGame({ white: 'alice', black: null }), alice.resigns),
    ],
  ];
  test.each(endings)('E-8 after %s a game rejects every command', (_, game) => {
    for (const command of everything) {
      const seated = 'username' in command && sidesOf(game, command.username).length > 0;
      expect(() => decide(game, command)).toThrow(refused(seated ? 'game_over' : 'not_a_player'));
    }
    for (const username of ['alice', 'bob']) {
      const late = { type: 'move', username, ply: game.record.moves.length, uci: 'e2e4' } as const;
      const seated = sidesOf(game, username).length > 0;
      expect(() => decide(game, late)).toThrow(refused(seated ? 'game_over' : 'not_a_player'));
    }
  });

  test('spectators may do nothing', () => {
    for (const command of Object.values(by('carol'))) {
      expect(() => decide(quietGame(4), command)).toThrow(refused('not_a_player'));
    }
  });
});
