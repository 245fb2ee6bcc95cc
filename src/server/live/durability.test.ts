import { randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gameView, type MoveAnswer, moveAnswer } from '../../contract/game.ts';
import { fenOf, replay, startRecord } from '../../rules/index.ts';
import { gameFrom } from '../../rules/notation.testing.ts';
import { createGame, join, register } from '../testing/rest-client.ts';
import { sharedServer } from '../testing/shared-server.ts';
import { openSocket } from '../testing/trpc-socket.ts';

/** Eleven starts of the server on a busy machine. */
const LONG = { timeout: 120_000 };
const KILLS = 10;
/** Of so many moves at most the next one is not played any more. */
const MOVES_A_LIFE = 5;

const knights = (times: number) => Array(times).fill('Nf3 Nf6 Ng1 Ng8').join(' ');
/** Long enough for all lives, without a fivefold repetition, and a mate at the end. */
const line = gameFrom(
  undefined,
  `${knights(3)} a3 a6 ${knights(3)} a4 a5 ${knights(3)} b3 b6 ${knights(2)} c3 c6 ${knights(2)} f3 e5 g4 Qh4#`,
).moves;

const server = sharedServer();

test(
  'T-3 a game is there, move by move, after kill -9 at any ply, and goes on to mate',
  LONG,
  async () => {
    const { url } = server();
    const alice = await register(url, 'alice');
    const bob = await register(url, 'bob');
    const gameID = await createGame(url, alice.token, 'nine lives');
    await join(url, alice.token, 'WHITE', gameID);
    await join(url, bob.token, 'BLACK', gameID);

    /** The moves that the server has acknowledged, over all its lives. */
    const acknowledged: MoveAnswer[] = [];
    /** After how many moves of its life, and how many turns of our event loop, it was killed. */
    const kills: (readonly [moves: number, turns: number])[] = [];

    for (let life = 0; life <= KILLS; life++) {
      const [white, black] = await Promise.all(
        [alice, bob].map(({ token }) =>
          openSocket(url, { headers: { authorization: `Bearer ${token}` } }),
        ),
      );
      if (!white || !black) throw new Error('The server does not let the players in.');
      const view = gameView.parse(await white.call('query', 'game.get', { gameID }));

      const said = `killed ${JSON.stringify(kills)}`;
      const played = view.moves.length;
      expect(view.moves, said).toEqual(line.slice(0, played));
      expect(view.fen, said).toBe(fenOf(replay(startRecord().initialFen, view.moves)));
      expect(view.lastEvent, said).toBe(2 + played);
      expect(played, said).toBeGreaterThanOrEqual(acknowledged.length);
      // One move may have been written without an answer.
      expect(played, said).toBeLessThanOrEqual(acknowledged.length + 1);
      for (let ply = acknowledged.length; ply < played; ply++) {
        const again = { gameID, ply, uci: line[ply]?.uci };
        const mover = ply % 2 ? black : white;
        acknowledged.push(moveAnswer.parse(await mover.call('mutation', 'game.move', again))); // T-2
      }

      const moves = life < KILLS ? randomInt(1, MOVES_A_LIFE + 1) : line.length;
      for (let ply = played; ply < Math.min(played + moves, line.length); ply++) {
        const move = { gameID, ply, uci: line[ply]?.uci };
        const mover = ply % 2 ? black : white;
        acknowledged.push(moveAnswer.parse(await mover.call('mutation', 'game.move', move)));
      }
      if (life === KILLS) break;

      // The next move is on its way when the server dies.
      const ply = acknowledged.length;
      const mover = ply % 2 ? black : white;
      const last = mover.call('mutation', 'game.move', { gameID, ply, uci: line[ply]?.uci });
      const answered = last
        .then((answer) => acknowledged.push(moveAnswer.parse(answer)))
        .catch(() => null);
      const turns = randomInt(0, 40);
      for (let n = 0; n < turns; n++) await turn();
      kills.push([moves, turns]);
      await server().kill();
      await answered;
      await server().restart();
    }

    expect(acknowledged.map(({ uci, san, ply }) => ({ uci, san, ply }))).toEqual(
      line.map(({ uci, san }, ply) => ({ uci, san, ply: ply + 1 })),
    );
    expect(new Set(acknowledged.map(({ number }) => number)).size).toBe(line.length);
    const end = await openSocket(url);
    expect(await end.call('query', 'game.get', { gameID })).toMatchObject({
      status: 'finished',
      ending: { reason: 'checkmate', winner: 'black' },
      lastEvent: 2 + line.length + 1,
    });
    end.close();
  },
);
