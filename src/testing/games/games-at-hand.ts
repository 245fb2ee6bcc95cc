import { startRecord } from '../../rules/index.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { replayGame } from '../../server/game/replay.ts';
import type { GameState } from '../../server/game/state.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { commitOf, moveBy, uciOf } from './decided-game.ts';

export async function makeUsers(db: DatabaseFixture, ...usernames: string[]): Promise<void> {
  for (const username of usernames) {
    await db.dataAccess.createUser(username, 'hash', `${username}@example.org`);
  }
}

/** A new game from the standard position. */
export const makeGame = (db: DatabaseFixture, gameName = 'a game'): Promise<number> =>
  db.dataAccess.createGameID(gameName, startRecord().initialFen, db.nowMs);

/** Inserts many open games at once, without data access. */
export async function fillWithGames(db: DatabaseFixture, count: number): Promise<void> {
  await db.database.sql(`
    INSERT INTO "gameData" ("gameName", "status", "createdAtMs", "changedAtMs", "initialFen", "fen")
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    SELECT 'one of many', 'open', 0, 0, '', '' FROM n`);
}

/** A new game between two existing users. */
export async function makeSeatedGame(db: DatabaseFixture, white: string, black: string) {
  const gameID = await makeGame(db);
  await db.dataAccess.addToGame(white, 'white', gameID);
  await db.dataAccess.addToGame(black, 'black', gameID);
  return gameID;
}

/** The state of a stored game. */
export async function stateOf({ dataAccess }: Pick<DatabaseFixture, 'dataAccess'>, gameID: number) {
  const stored = await dataAccess.loadGame(gameID);
  if (!stored) throw new Error(`Game ${gameID} is not there.`);
  return replayGame(stored);
}

/** Decides a command on a stored game and writes the decision. @returns whether it took effect */
async function write(db: DatabaseFixture, gameID: number, command: Command): Promise<boolean> {
  const commit = commitOf(await stateOf(db, gameID), command, db.nowMs);
  return (await db.dataAccess.commitEvents([commit])).has(gameID);
}

/** Plays moves in SAN on a stored game, each by the player whose turn it is. */
export async function played(db: DatabaseFixture, gameID: number, line: string): Promise<void> {
  const start: GameState = await stateOf(db, gameID);
  for (const uci of uciOf(start, line)) {
    await write(db, gameID, moveBy(await stateOf(db, gameID), uci));
  }
}

/** Seats both players of a stored game at once. */
export async function seated(db: DatabaseFixture, gameID: number, white: string, black: string) {
  const at = (username: string) => ({ username, rating: null });
  await write(db, gameID, { type: 'seat', white: at(white), black: at(black) });
}

/** Ends a stored game by this player's resignation. */
export async function resigned(
  db: DatabaseFixture,
  gameID: number,
  username: string,
): Promise<void> {
  await write(db, gameID, { type: 'resign', username });
}

/** Ends a stored game as a draw by agreement, after both have moved. */
export async function drawn(db: DatabaseFixture, gameID: number, white: string, black: string) {
  await played(db, gameID, 'e4 e5');
  await write(db, gameID, { type: 'offerDraw', username: white });
  await write(db, gameID, { type: 'acceptDraw', username: black });
}
