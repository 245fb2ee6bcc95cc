import { startRecord } from '../../rules/index.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { replayGame } from '../../server/game/replay.ts';
import type { GameState } from '../../server/game/state.ts';
import type { Bench } from '../databases/test-database.ts';
import { commitOf, moveBy, uciOf } from './decided-game.ts';

export async function makeUsers(bench: Bench, ...usernames: string[]): Promise<void> {
  for (const username of usernames) {
    await bench.dataAccess.createUser(username, 'hash', `${username}@example.org`);
  }
}

/** A new game from the usual position. */
export const makeGame = (bench: Bench, gameName = 'a game'): Promise<number> =>
  bench.dataAccess.createGameID(gameName, startRecord().initialFen, bench.nowMs);

/** Many open games at once, past the data access. */
export async function fillWithGames(bench: Bench, count: number): Promise<void> {
  await bench.database.sql(`
    INSERT INTO "gameData" ("gameName", "status", "createdAtMs", "changedAtMs", "initialFen", "fen")
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    SELECT 'one of many', 'open', 0, 0, '', '' FROM n`);
}

/** A new game between two users who exist already. */
export async function makeSeatedGame(bench: Bench, white: string, black: string) {
  const gameID = await makeGame(bench);
  await bench.dataAccess.addToGame(white, 'white', gameID);
  await bench.dataAccess.addToGame(black, 'black', gameID);
  return gameID;
}

/** A game as it is stored. */
export async function stateOf({ dataAccess }: Pick<Bench, 'dataAccess'>, gameID: number) {
  const stored = await dataAccess.loadGame(gameID);
  if (!stored) throw new Error(`Game ${gameID} is not there.`);
  return replayGame(stored);
}

/** Decides a command on a stored game and writes that. @returns whether it took effect */
async function write(bench: Bench, gameID: number, command: Command): Promise<boolean> {
  const commit = commitOf(await stateOf(bench, gameID), command, bench.nowMs);
  return (await bench.dataAccess.commitEvents([commit])).has(gameID);
}

/** Plays moves in SAN on a stored game, each by the player whose turn it is. */
export async function played(bench: Bench, gameID: number, line: string): Promise<void> {
  const start: GameState = await stateOf(bench, gameID);
  for (const uci of uciOf(start, line)) {
    await write(bench, gameID, moveBy(await stateOf(bench, gameID), uci));
  }
}

/** Seats both players of a stored game at once. */
export async function seated(bench: Bench, gameID: number, white: string, black: string) {
  const at = (username: string) => ({ username, rating: null });
  await write(bench, gameID, { type: 'seat', white: at(white), black: at(black) });
}

/** Ends a stored game by this player's resignation. */
export async function resigned(bench: Bench, gameID: number, username: string): Promise<void> {
  await write(bench, gameID, { type: 'resign', username });
}

/** Agrees on a draw in a stored game between two, once both have moved. */
export async function drawn(bench: Bench, gameID: number, white: string, black: string) {
  await played(bench, gameID, 'e4 e5');
  await write(bench, gameID, { type: 'offerDraw', username: white });
  await write(bench, gameID, { type: 'acceptDraw', username: black });
}
