import { randomInt } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { GameView } from '../../contract/game/index.ts';
import { fenOf, replay } from '../../rules/index.ts';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { type Racer, startRacer } from '../../testing/faults/racers.ts';
import { makeSeatedGame, makeUsers } from '../../testing/games/games-at-hand.ts';
import { readAgain } from '../../testing/games/live-game.ts';
import { longGame } from '../../testing/games/long-game.ts';

const KILLS = 10;
/** After so many acknowledged moves at most a process is killed, so that some are left for the last one. */
const MOVES_A_LIFE = 5;

const db = databaseFixtureOn(sqliteStore());
const ucis = longGame.map(({ uci }) => uci);

/** Plays on in a process of its own, which is killed after so many moves, and so many turns of our event loop. */
async function playUntilKilled(racer: Racer, gameID: number, moves: number, turns: number) {
  const fens: string[] = [];
  let found: GameView | undefined;
  const view = await new Promise<GameView>((resolve) => {
    racer.start({ type: 'play', gameID, ucis }, (news) => {
      if (news.type === 'found') found = news.view;
      if (news.type === 'acknowledged') fens.push(news.fen);
      if (found && (fens.length >= moves || news.type === 'won')) resolve(found);
    });
  });
  for (let n = 0; n < turns; n++) await turn();
  await racer.kill();
  return { view, fens };
}

test('T-3 a game is there, move by move, after kill -9 at any ply, and goes on to mate', async () => {
  await makeUsers(db, 'alice', 'bob');
  const gameID = await makeSeatedGame(db, 'alice', 'bob');
  await db.dataAccess.close();

  /** The position after each move that was acknowledged, over all lives. */
  const acknowledged: string[] = [];
  const kills: (readonly [moves: number, turns: number])[] = [];
  const positionsOf = ({ initialFen, moves }: GameView) =>
    moves.map((_, ply) => fenOf(replay(initialFen, moves.slice(0, ply + 1))));

  for (let life = 0; life <= KILLS; life++) {
    const racer = await startRacer(db.database.url);
    expect(racer.first).toEqual({ type: 'ready' }); // the dead one holds nothing
    const moves = life < KILLS ? randomInt(1, MOVES_A_LIFE) : Number.POSITIVE_INFINITY;
    const turns = life < KILLS ? randomInt(0, 30) : 0;
    const said = `killed ${JSON.stringify(kills)}`;
    const { view, fens } = await playUntilKilled(racer, gameID, moves, turns);
    const positions = positionsOf(view);
    expect(view.moves, said).toEqual(longGame.slice(0, view.moves.length));
    expect(positions.slice(0, acknowledged.length), said).toEqual(acknowledged);
    expect(view.lastEvent, said).toBe(2 + view.moves.length);
    // One move may have been written without anybody hearing of it.
    expect(view.moves.length - acknowledged.length, said).toBeLessThanOrEqual(1);
    acknowledged.splice(0, acknowledged.length, ...positions, ...fens);
    kills.push([moves, turns]);
  }

  await db.reopen();
  const end = await readAgain(db, gameID);
  expect(end.moves).toEqual(longGame);
  expect(positionsOf(end)).toEqual(acknowledged);
  expect(end).toMatchObject({
    status: 'finished',
    ending: { reason: 'checkmate', winner: 'black' },
    lastEvent: 2 + longGame.length + 1,
  });
});
