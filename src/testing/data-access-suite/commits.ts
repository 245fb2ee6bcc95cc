import { beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { commitOf, moveBy, uciOf } from '../games/decided-game.ts';
import {
  makeGame,
  makeSeatedGame,
  makeUsers,
  played,
  resigned,
  stateOf,
} from '../games/games-at-hand.ts';

/** The behaviour of data access to decisions on games. */
export function commitsContract(db: DatabaseFixture): void {
  const moveIn = async (gameID: number, san: string) => {
    const state = await stateOf(db, gameID);
    return commitOf(state, moveBy(state, uciOf(state, san)[0] ?? ''), db.nowMs);
  };
  const commit = async (...commits: Parameters<typeof db.dataAccess.commitEvents>[0]) => [
    ...(await db.dataAccess.commitEvents(commits)),
  ];
  /** Everything stored about games, to detect changes. */
  const everything = () =>
    Promise.all(
      ['gameData', 'move', 'gameEvent'].map((table) =>
        db.database.sql(`SELECT * FROM "${table}" ORDER BY 1, 2`),
      ),
    );

  describe('decisions', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob'));

    test('a move is written with its ply, its number, its time and the resulting position', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'bob');
      db.nowMs += 5000;
      expect(await commit(await moveIn(gameID, 'e4'))).toEqual([gameID]);
      const stored = await db.dataAccess.loadGame(gameID);
      expect(stored?.events.at(-1)).toEqual({
        number: 3,
        atMs: db.nowMs,
        body: { type: 'moved', ply: 1, uci: 'e2e4', san: 'e4' },
      });
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({
        ply: 1,
        lastMove: 'e2e4',
        fen: 'rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1',
        status: 'playing',
        ending: null,
      });
    });

    test('E-1 a mate is written as a move and an ending, together', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'bob');
      await played(db, gameID, 'f3 e5 g4');
      db.nowMs += 5000;
      expect(await commit(await moveIn(gameID, 'Qh4#'))).toEqual([gameID]);
      const stored = await db.dataAccess.loadGame(gameID);
      expect(stored?.events.slice(-2).map(({ body }) => body)).toEqual([
        { type: 'moved', ply: 4, uci: 'd8h4', san: 'Qh4#' },
        { type: 'ended', ending: { reason: 'checkmate', winner: 'black' } },
      ]);
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({
        status: 'finished',
        ending: { reason: 'checkmate', winner: 'black' },
        changedAtMs: db.nowMs,
      });
    });

    test('E-8 a finished game accepts nothing more', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'bob');
      const state = await stateOf(db, gameID);
      await resigned(db, gameID, 'alice');
      const before = await everything();
      const late = commitOf(state, { type: 'resign', username: 'bob' }, db.nowMs);
      expect(await commit(late)).toEqual([]);
      expect(await commit({ ...late, afterEvent: 3 })).toEqual([]);
      expect(await everything()).toEqual(before);
    });

    test('a batch leaves out exactly the games that have moved on', async () => {
      const [fresh, stale, unknown] = [
        await makeSeatedGame(db, 'alice', 'bob'),
        await makeSeatedGame(db, 'alice', 'bob'),
        await makeSeatedGame(db, 'alice', 'bob'),
      ];
      const e4 = await moveIn(fresh, 'e4');
      const outdated = await moveIn(stale, 'd4');
      const elsewhere = { ...(await moveIn(unknown, 'c4')), gameID: unknown + 1000 };
      await played(db, stale, 'Nf3');
      expect(await commit(outdated, e4, elsewhere)).toEqual([fresh]);
      expect((await db.dataAccess.getGame(fresh))?.lastMove).toBe('e2e4');
      expect((await db.dataAccess.getGame(stale))?.lastMove).toBe('g1f3');
      expect(await db.database.sql('SELECT "san" FROM "move" ORDER BY "san"')).toEqual([
        { san: 'Nf3' },
        { san: 'e4' },
      ]);
    });

    test('a batch that can’t be written leaves nothing behind', async () => {
      const [sound, broken] = [
        await makeSeatedGame(db, 'alice', 'bob'),
        await makeSeatedGame(db, 'alice', 'bob'),
      ];
      const first = await moveIn(broken, 'e4');
      await commit(first);
      const before = await everything();
      // Ply 1 again, as a decision on the current game: its row exists already.
      const again = {
        ...first,
        afterEvent: 3,
        events: first.events.map((event) => ({ ...event, number: 4 })),
      };
      await expect(commit(await moveIn(sound, 'd4'), again)).rejects.toMatchObject({
        code: 'unavailable',
      });
      expect(await everything()).toEqual(before);
      expect(await commit(await moveIn(sound, 'd4'))).toEqual([sound]);
    });

    test('no decisions return at once, many are written in one transaction', async () => {
      expect(await commit()).toEqual([]);
      const games = await Promise.all(
        Array.from({ length: 30 }, () => makeSeatedGame(db, 'alice', 'bob')),
      );
      const commits = await Promise.all(games.map((gameID) => moveIn(gameID, 'e4')));
      expect((await commit(...commits)).sort()).toEqual(games.toSorted());
    });

    test('R-CLEAR-1 a decision on a cleared game has no effect', async () => {
      const late = await moveIn(await makeSeatedGame(db, 'alice', 'bob'), 'e4');
      await db.dataAccess.clearAllData();
      expect(await commit(late)).toEqual([]);
      expect((await everything()).flat()).toEqual([]);
    });

    test('T-2 a ply exists once: of 50 racing decisions exactly one takes effect', async () => {
      const gameID = await makeSeatedGame(db, 'alice', 'bob');
      const choices = ['e4', 'd4', 'c4', 'Nf3', 'g3'];
      const commits = await Promise.all(
        Array.from({ length: 50 }, (_, n) => moveIn(gameID, choices[n % 5] ?? 'e4')),
      );
      const won = await Promise.all(commits.map((one) => commit(one)));
      expect(won.filter((games) => games.includes(gameID))).toHaveLength(1);
      const winner = commits[won.findIndex((games) => games.length === 1)];
      expect(await db.dataAccess.getGame(gameID)).toEqual(winner?.row);
      expect(await db.database.sql('SELECT * FROM "move"')).toHaveLength(1);
    });

    test('W-7 a move may be written while a seat is empty', async () => {
      const gameID = await makeGame(db);
      await db.dataAccess.addToGame('alice', 'white', gameID);
      expect(await commit(await moveIn(gameID, 'e4'))).toEqual([gameID]);
      expect(await db.dataAccess.getGame(gameID)).toMatchObject({ status: 'open', ply: 1 });
    });
  });
}
