import { describe, expect, test } from 'vitest';
import {
  act,
  asks,
  clock,
  decide,
  playLine,
  seatedGame,
  timedGame,
} from '../../../testing/games/decided-game.ts';
import { refused } from '../../../testing/util/error-code.ts';
import { type GameState, sidesOf } from '../state.ts';

const over = act(playLine(timedGame(clock(180)), 'e4 e5'), asks('bob', 'resign'));
const offers = (username: string) => asks(username, 'offerRematch');
const declines = (username: string) => asks(username, 'declineRematch');
const cancels = (username: string) => asks(username, 'cancelRematch');
const accepts = (username: string) => ({ type: 'acceptRematch', username, gameID: 9 }) as const;
const offerOf = (state: GameState) => (state.status === 'finished' ? state.rematchOffer : null);

describe('E-7 a rematch', () => {
  test('E-7 is offered by either player and accepted by the other', () => {
    for (const [one, other, color] of [
      ['alice', 'bob', 'white'],
      ['bob', 'alice', 'black'],
    ] as const) {
      const offered = act(over, offers(one));
      expect(offerOf(offered)).toBe(color);
      const accepted = act(offered, accepts(other));
      expect(accepted).toMatchObject({ rematchID: 9, rematchOffer: null, status: 'finished' });
    }
  });
  test('E-7 is declined, and may be offered again', () => {
    const declined = act(act(over, offers('alice')), declines('bob'));
    expect(offerOf(declined)).toBeNull();
    expect(offerOf(act(declined, offers('alice')))).toBe('white');
  });
  test('E-7 can be cancelled by the offering player and offered again', () => {
    const offered = act(over, offers('alice'));
    expect(() => decide(offered, cancels('bob'))).toThrow(refused('no_rematch_offer'));
    const cancelled = act(offered, cancels('alice'));
    expect(offerOf(cancelled)).toBeNull();
    expect(() => decide(cancelled, cancels('alice'))).toThrow(refused('no_rematch_offer'));
    expect(() => decide(cancelled, accepts('bob'))).toThrow(refused('no_rematch_offer'));
    expect(offerOf(act(cancelled, offers('bob')))).toBe('black');
    expect(() => decide(timedGame(clock(60)), cancels('bob'))).toThrow(refused('game_not_over'));
  });
  test('E-7 is answered only by the other player', () => {
    const offered = act(over, offers('alice'));
    expect(() => decide(offered, declines('alice'))).toThrow(refused('no_rematch_offer'));
    expect(() => decide(offered, accepts('alice'))).toThrow(refused('no_rematch_offer'));
    expect(() => decide(offered, accepts('carol'))).toThrow(refused('not_a_player'));
    expect(() => decide(over, accepts('bob'))).toThrow(refused('no_rematch_offer'));
    expect(() => decide(over, declines('bob'))).toThrow(refused('no_rematch_offer'));
  });
  test('E-7 is offered once and created once', () => {
    const offered = act(over, offers('alice'));
    expect(() => decide(offered, offers('alice'))).toThrow(refused('offer_open'));
    expect(() => decide(offered, offers('bob'))).toThrow(refused('offer_open'));
    const made = act(offered, accepts('bob'));
    for (const command of [offers('alice'), offers('bob'), accepts('bob')]) {
      expect(() => decide(made, command)).toThrow(refused('rematch_made'));
    }
  });
  test('E-7 is not possible during a game, after one without a result, or against oneself', () => {
    for (const command of [offers('alice'), accepts('alice'), declines('alice')]) {
      expect(() => decide(timedGame(clock(60)), command)).toThrow(refused('game_not_over'));
    }
    const aborted = act(timedGame(clock(60)), asks('alice', 'abort'));
    expect(() => decide(aborted, offers('bob'))).toThrow(refused('no_opponent'));
    const alone = act(seatedGame({ white: 'alice', black: 'alice' }), asks('alice', 'resign'));
    expect(() => decide(alone, offers('alice'))).toThrow(refused('no_opponent'));
  });
  test('E-8 nothing else is possible after the end of a game', () => {
    for (const ask of [
      'resign',
      'abort',
      'offerDraw',
      'acceptDraw',
      'offerTakeback',
      'giveTime',
    ] as const) {
      expect(() => decide(over, asks('alice', ask))).toThrow(refused('game_over'));
    }
    expect(() => decide(over, { type: 'claimAbsence', username: 'alice', result: 'win' })).toThrow(
      refused('game_over'),
    );
    expect(decide(over, { type: 'expire' }, 1e15).events).toEqual([]);
  });
});

describe('E-4 the abort window', () => {
  const game = timedGame(clock(180));
  test('E-4 either player aborts before ply 2: no result, no winner', () => {
    for (const plies of ['', 'e4']) {
      for (const username of ['alice', 'bob']) {
        expect(decide(playLine(game, plies), asks(username, 'abort')).events).toEqual([
          { type: 'ended', ending: { reason: 'aborted', winner: null } },
        ]);
        expect(() => decide(playLine(game, plies), asks(username, 'resign'))).toThrow(
          refused('resign_too_soon'),
        );
      }
    }
  });
  test('E-4 from ply 2 on a game can be resigned but not aborted', () => {
    const two = playLine(game, 'e4 e5');
    expect(() => decide(two, asks('alice', 'abort'))).toThrow(refused('abort_too_late'));
    expect(decide(two, asks('alice', 'resign'), 4000).events).toEqual([
      {
        type: 'ended',
        ending: { reason: 'resignation', winner: 'black' },
        clocks: { whiteMs: 176_000, blackMs: 180_000 },
      },
    ]);
  });
  test('E-4 is closed to spectators', () => {
    expect(() => decide(game, asks('carol', 'abort'))).toThrow(refused('not_a_player'));
  });
});

describe('W-3 a game that a player left', () => {
  const host = { username: 'alice', color: 'white', rating: null } as const;
  const hosted = seatedGame(undefined, undefined, {
    ...timedGame({ type: 'unlimited' }).setup,
    host,
  });
  const accepting = (username: string, color: 'white' | 'black' | null = null) =>
    ({
      type: 'accept',
      username,
      color,
      rating: null,
      hostRating: null,
      guest: false,
      chance: 'white',
    }) as const;
  test('W-3 the free seat is open to everyone, the host included', () => {
    const left = act(hosted, asks('alice', 'leave'));
    expect(left.status).toBe('open');
    for (const username of ['carol', 'alice']) {
      const joined = act(left, accepting(username));
      expect(joined).toMatchObject({
        status: 'playing',
        seats: { white: { username }, black: { username: 'bob' } },
      });
    }
    expect(() => decide(left, accepting('bob'))).toThrow(refused('own_game'));
    expect(() => decide(left, accepting('carol', 'black'))).toThrow(refused('already_taken'));
  });
  const challenge = seatedGame(undefined, undefined, { ...hosted.setup, invited: 'bob' });
  test('W-3 the free seat of a challenge is for its two players only, the host included', () => {
    const gone = (username: string) => act(playLine(challenge, 'e4 e5'), asks(username, 'leave'));
    for (const username of ['alice', 'bob']) {
      const left = gone(username);
      expect(() => decide(left, accepting('carol'))).toThrow(refused('not_invited'));
      const back = act(left, accepting(username));
      expect(back).toMatchObject({
        status: 'playing',
        seats: challenge.seats,
        record: left.record,
      });
    }
  });
  test('W-3 to a game that both have left each returns alone, to their former side', () => {
    const empty = act(
      act(playLine(challenge, 'e4 e5'), asks('bob', 'leave')),
      asks('alice', 'leave'),
    );
    const seats = { white: null, black: null };
    expect(empty).toMatchObject({ status: 'open', seats });
    const [host, guest] = [act(empty, accepting('alice')), act(empty, accepting('bob'))];
    expect(host).toMatchObject({ status: 'open', seats: { ...challenge.seats, black: null } });
    expect(guest).toMatchObject({ status: 'open', seats: { ...challenge.seats, white: null } });
    for (const both of [act(host, accepting('bob')), act(guest, accepting('alice'))]) {
      expect(both).toMatchObject({ status: 'playing', seats: challenge.seats });
    }
  });
  test('E-4 a started game can’t be voided by withdrawing or declining it', () => {
    const voids = [
      { type: 'withdraw', username: 'alice' },
      { type: 'decline', username: 'bob' },
    ] as const;
    for (const [index, command] of voids.entries()) {
      const other = index === 0 ? 'bob' : 'alice';
      const begun = playLine(challenge, 'e4 e5');
      const own = act(begun, asks(command.username, 'leave'));
      for (const game of [own, act(begun, asks(other, 'leave')), act(own, asks(other, 'leave'))]) {
        expect(() => decide(game, command)).toThrow(
          refused(sidesOf(game, other).length > 0 ? 'already_taken' : 'abort_too_late'),
        );
      }
      // Nor before the first move, while the other player still has a seat.
      const alone = act(challenge, asks(command.username, 'leave'));
      expect(() => decide(alone, command)).toThrow(refused('already_taken'));
      const nobody = act(alone, asks(other, 'leave'));
      expect(act(nobody, command)).toMatchObject({ status: 'finished' });
    }
  });
  test('W-3 in games with a clock the seat stays taken', () => {
    expect(decide(playLine(timedGame(clock(60)), 'e4 e5'), asks('alice', 'leave')).events).toEqual(
      [],
    );
  });
});
