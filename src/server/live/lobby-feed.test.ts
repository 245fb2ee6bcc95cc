import { beforeEach, describe, expect, test } from 'vitest';
import { foldLobby } from '../../contract/fold.ts';
import type { Lobby, LobbyUpdate } from '../../contract/game.ts';
import { plainSetup } from '../../contract/setup.ts';
import { startRecord } from '../../rules/index.ts';
import { benchOn } from '../testing/bench.ts';
import { makeSeatedGame, makeUsers } from '../testing/contract/games-at-hand.ts';
import { sqliteStore } from '../testing/databases.ts';
import { type Live, liveOn } from '../testing/live-table.ts';
import { LobbyFeed } from './lobby-feed.ts';

const bench = benchOn(sqliteStore());
let live: Live;
let feed: LobbyFeed;
beforeEach(async () => {
  await makeUsers(bench, 'alice', 'bob');
  live = liveOn(bench);
  feed = new LobbyFeed(bench.dataAccess, live.bus);
});

/** Makes a game as the create service does. */
async function create(gameName = 'a game'): Promise<number> {
  const { initialFen } = startRecord();
  const createdAtMs = bench.nowMs;
  const gameID = await bench.dataAccess.createGameID(gameName, initialFen, createdAtMs);
  live.games.announce({ gameID, gameName, createdAtMs, initialFen, setup: plainSetup });
  return gameID;
}

/** Opens the feed and reads its next update when asked. */
function watch() {
  const stop = new AbortController();
  const updates = feed.watch(stop.signal);
  return {
    async next(): Promise<LobbyUpdate> {
      const { value } = await updates.next();
      if (!value) throw new Error('The feed has ended.');
      return value;
    },
    stop: () => stop.abort(),
  };
}

const idsOf = (lobby: Lobby) => ({
  open: lobby.open.map(({ gameID }) => gameID),
  playing: lobby.playing.map(({ gameID }) => gameID),
  finished: lobby.finished.map(({ gameID }) => gameID),
});

describe('the lobby, live', () => {
  test('G-3 shows what is there, then what changes, and stays what the database says', async () => {
    const old = await create();
    const watcher = watch();
    const first = await watcher.next();
    if (first.type !== 'snapshot') throw new Error('The feed begins with everything.');
    expect(idsOf(first.lobby)).toEqual({ open: [old], playing: [], finished: [] });

    bench.nowMs += 1000;
    const made = await create();
    await live.join('alice', 'white', old);
    await live.join('bob', 'black', old);
    await live.games.execute(old, { type: 'move', username: 'alice', ply: 0, uci: 'e2e4' });
    await feed.flush();
    const second = await watcher.next();
    if (second.type !== 'changed') throw new Error('The feed goes on with what changed.');
    // Many changes of one game are told as one.
    expect(second.games.map(({ gameID }) => gameID).sort()).toEqual([old, made].sort());
    const lobby = foldLobby(first.lobby, second.games);
    expect(lobby).toEqual(await bench.dataAccess.getLobby(50));
    expect(await feed.current()).toEqual(lobby);

    bench.nowMs += 1000;
    await live.games.execute(old, { type: 'resign', username: 'bob' });
    await feed.flush();
    const third = await watcher.next();
    if (third.type !== 'changed') throw new Error('The feed goes on with what changed.');
    expect(foldLobby(lobby, third.games)).toEqual(await bench.dataAccess.getLobby(50));
    expect(idsOf(await feed.current())).toEqual({ open: [made], playing: [], finished: [old] });
    watcher.stop();
  });

  test('G-3 whoever comes later begins with the lobby as it is then', async () => {
    await watch().next();
    const gameID = await create();
    await feed.flush();
    expect(await watch().next()).toMatchObject({ lobby: { open: [{ gameID }] } });
  });

  test('G-3 nothing that changes while the lobby is read is missed', async () => {
    const reading = watch().next();
    const gameID = await create();
    await reading;
    await feed.flush();
    expect(idsOf(await feed.current()).open).toEqual([gameID]);
  });

  test('R-CLEAR-1 a clear empties it for everyone', async () => {
    await makeSeatedGame(bench, 'alice', 'bob');
    await create();
    const watcher = watch();
    await watcher.next();
    await bench.dataAccess.clearAllData();
    live.games.forgetAll();
    live.bus.publish('sessions', { type: 'cleared' });
    const lobby = { open: [], playing: [], finished: [] };
    expect(await watcher.next()).toEqual({ type: 'snapshot', lobby });
    expect(await feed.current()).toEqual(lobby);
  });
});
