import fc from 'fast-check';
import { expect } from 'vitest';
import { playerActions } from '../../contract/game/actions.ts';
import type { Color } from '../../contract/game/index.ts';
import { fenOf } from '../../rules/index.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { legalUcis } from '../games/random-play.ts';
import type { GameModel } from './game-model.ts';
import { nameOf, type RealGame } from './real-game.ts';

type Step = fc.AsyncCommand<GameModel, RealGame>;

/** A step that is always possible: runs on both, and compares the visible state. */
const step = (name: string, run: (model: GameModel, real: RealGame) => Promise<void>): Step => ({
  check: () => true,
  async run(model, real) {
    await run(model, real);
    await real.expectToBe(model);
  },
  toString: () => name,
});

const color = fc.constantFrom<Color>('white', 'black');

/** The legal moves of a position, without those that name a castle by its rook: it is stored as the king's move. */
const movesIn = (fen: string): string[] =>
  legalUcis(fen).filter((uci) => !['e1h1', 'e1a1', 'e8h8', 'e8a8'].includes(uci));

const moves = fc.nat({ max: 9999 }).map((choice) =>
  step(`move ${choice}`, async (model, real) => {
    const legal = model.status === 'playing' ? movesIn(fenOf(model.record)) : [];
    const uci = legal[choice % legal.length] ?? 'a1a1';
    const ply = model.ucis.length;
    const mover = model.turn;
    const command = { type: 'move', username: nameOf(mover), ply, uci, ...real.seen } as const;
    const expected = model.move(mover, ply, uci, legal.length > 0);
    expect(await real.run(command)).toEqual(expected);
    if (expected[0] === 'moved') real.played.push(command);
  }),
);

/** Repeats an earlier move unchanged, perhaps long after it was taken back (T-2). */
const retries = fc.nat({ max: 9999 }).map((choice) =>
  step(`move ${choice} of those played again`, async (_, real) => {
    const command = real.played[choice % real.played.length];
    if (command) expect(await real.run(command)).toEqual(['moved']);
  }),
);

const wrongMoves = fc
  .record({ color, kind: fc.constantFrom('illegal', 'stale', 'repeat', 'other') })
  .map(({ color, kind }) =>
    step(`${kind} move by ${color}`, async (model, real) => {
      const played = model.ucis.length;
      const ply =
        { illegal: played, other: played, stale: played + 1, repeat: played - 1 }[kind] ?? 0;
      const uci = (kind === 'repeat' && model.ucis[ply]) || 'a1a1';
      const username = kind === 'other' ? 'carol' : nameOf(color);
      const expected = kind === 'other' ? 'not_a_player' : model.move(color, ply, uci, false);
      expect(await real.run({ type: 'move', username, ply, uci })).toEqual(expected);
    }),
  );

/** The model's games have clocks, so nobody can leave a seat. */
const plain = playerActions.filter((action) => action !== 'leave');
const asks = fc
  .record({ color, what: fc.constantFrom(...plain, 'acceptRematch' as const) })
  .map(({ color, what }) =>
    step(`${color}: ${what}`, async (model, real) => {
      const username = nameOf(color);
      const command: Command =
        what === 'acceptRematch' ? { type: what, username, gameID: 1 } : { type: what, username };
      const expected = model.ask(color, what);
      expect(await real.run(command)).toEqual(expected);
    }),
  );

const claims = fc
  .record({ color, result: fc.constantFrom('win' as const, 'draw' as const) })
  .map(({ color, result }) =>
    step(`${color} claims a ${result}`, async (model, real) => {
      const expected = model.claimAbsence(color, result);
      const command = { type: 'claimAbsence', username: nameOf(color), result } as const;
      expect(await real.run(command)).toEqual(expected);
    }),
  );

const passing = fc
  .constantFrom(
    1,
    900,
    9_999,
    10_000,
    24_999,
    26_000,
    40_000,
    181_999,
    182_000,
    86_400_000,
    21 * 86_400_000,
  )
  .map((ms) =>
    step(`${ms} ms pass`, async (model, real) => {
      model.pass(ms);
      await real.pass(ms);
    }),
  );

const restarts = fc.constantFrom(0, 501, 5000, 600_000, 2 * 86_400_000).map((ms) =>
  step(`down for ${ms} ms`, async (model, real) => {
    model.restart(ms);
    await real.restart(ms);
  }),
);

const presence = fc.record({ color, left: fc.boolean() }).map(({ color, left }) =>
  step(
    `${color} comes or goes, ${left ? 'closing the page' : 'losing the line'}`,
    async (model, real) => {
      if (model.here[color]) {
        await real.leave(color, left);
        if (model.status === 'playing') model.away[color] = { sinceMs: model.nowMs, left };
      } else {
        await real.enter(color);
      }
      model.here[color] = !model.here[color];
    },
  ),
);

/** Short games of every possible step. */
export const steps = (maxCommands: number) =>
  fc.commands(
    [
      ...[moves, moves, moves, moves],
      ...[wrongMoves, retries, asks, asks],
      ...[claims, passing, restarts, presence],
    ],
    {
      maxCommands,
      size: 'max',
    },
  );
