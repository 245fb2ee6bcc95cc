import { beforeEach, describe, expect, test } from 'vitest';
import type { Lobby, LobbyUpdate } from '../../../contract/game/index.ts';
import { type GameSetup, plainSetup } from '../../../contract/game/setup.ts';
import { foldLobby } from '../../../contract/lobby/lobby-fold.ts';
import { startRecord } from '../../../rules/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers } from '../../../testing/games/games-at-hand.ts';
import { begin, type LiveFixture, liveFixtureOn } from '../../../testing/games/live-game.ts';
import type { OpenSelection } from '../../data-access/lobby/open-games.ts';
import { LobbyFeed } from './lobby-feed.ts';

const db = databaseFixtureOn(sqliteStore());
let live: LiveFixture;
let feed: LobbyFeed;
beforeEach(async () => {
  await makeUsers(db, 'alice', 'bob');
  live = liveFixtureOn(db);
  feed = new LobbyFeed(db.dataAccess, live.bus);
});

/** Makes a game as the create service does. */
async function create(gameName = 'a game'): Promise<number> {
  const { initialFen } = startRecord();
  const createdAtMs = db.nowMs;
  const gameID = await db.dataAccess.createGameID(gameName, initialFen, createdAtMs);
  live.games.announce({ gameID, gameName, createdAtMs, initialFen, setup: plainSetup });
  return gameID;
}

/** Watches the feed; `next` reads one update. */
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

describe('the live lobby', () => {
  test('G-3 shows running and finished challenges and rematches, but not games by link', async () => {
    await feed.current();
    const run = async (setup: Partial<GameSetup>) => {
      const host = { username: 'alice', color: 'white', rating: null } as const;
      return begin(db, live, { host, invited: 'bob', source: 'rematch', ...setup });
    };
    const [over, running] = [await run({ source: 'api' }), await run({})];
    await run({ visibility: 'link' });
    await live.games.execute(over, { type: 'resign', username: 'bob' });
    await feed.flush();
    const shown = { open: [], playing: [running], finished: [over] };
    expect(idsOf(await feed.current())).toEqual(shown);
    expect(idsOf(await db.dataAccess.getLobby(50))).toEqual(shown);
  });

  test('G-3 sends a snapshot, then changes, and agrees with the database', async () => {
    const old = await create();
    const watcher = watch();
    const first = await watcher.next();
    if (first.type !== 'snapshot') throw new Error('The feed begins with a snapshot.');
    expect(idsOf(first.lobby)).toEqual({ open: [old], playing: [], finished: [] });

    db.nowMs += 1000;
    const made = await create();
    await live.join('alice', 'white', old);
    await live.join('bob', 'black', old);
    await live.games.execute(old, { type: 'move', username: 'alice', ply: 0, uci: 'e2e4' });
    await feed.flush();
    const second = await watcher.next();
    if (second.type !== 'changed') throw new Error('A snapshot is followed by changes.');
    // Several changes of one game are merged.
    expect(second.games.map(({ gameID }) => gameID).sort()).toEqual([old, made].sort());
    const lobby = foldLobby(first.lobby, second);
    expect(lobby).toEqual(await db.dataAccess.getLobby(50));
    expect(await feed.current()).toEqual(lobby);

    db.nowMs += 1000;
    await live.games.execute(old, { type: 'resign', username: 'bob' });
    await feed.flush();
    const third = await watcher.next();
    if (third.type !== 'changed') throw new Error('A snapshot is followed by changes.');
    expect(foldLobby(lobby, third)).toEqual(await db.dataAccess.getLobby(50));
    expect(idsOf(await feed.current())).toEqual({ open: [made], playing: [], finished: [old] });
    watcher.stop();
  });

  test('G-3 a later watcher begins with the current lobby', async () => {
    await watch().next();
    const gameID = await create();
    await feed.flush();
    expect(await watch().next()).toMatchObject({ lobby: { open: [{ gameID }] } });
  });

  test('G-3 misses no change that happens while the lobby is read', async () => {
    const reading = watch().next();
    const gameID = await create();
    await reading;
    await feed.flush();
    expect(idsOf(await feed.current()).open).toEqual([gameID]);
  });

  test('R-CLEAR-1 is empty for every watcher after a clear', async () => {
    await makeSeatedGame(db, 'alice', 'bob');
    await create();
    const watcher = watch();
    await watcher.next();
    await db.dataAccess.clearAllData();
    live.games.forgetAll();
    live.bus.publish('sessions', { type: 'cleared' });
    const lobby = { open: [], moreOpen: false, playing: [], finished: [] };
    expect(await watcher.next()).toEqual({ type: 'snapshot', lobby });
    expect(await feed.current()).toEqual(lobby);
  });
});

const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;

/** Offers a game as its host. */
async function offer(setup: Partial<GameSetup> = {}, rating: number | null = null) {
  const { initialFen } = startRecord();
  const createdAtMs = db.nowMs;
  const host = {
    username: 'alice',
    color: 'random' as const,
    rating: rating === null ? null : { rating, provisional: false },
  };
  const whole: GameSetup = {
    ...plainSetup,
    timeControl: blitz,
    source: 'lobby',
    host,
    ...setup,
  };
  const gameID = await db.dataAccess.createGameID('a game', initialFen, createdAtMs, whole);
  live.games.announce({ gameID, gameName: 'a game', createdAtMs, initialFen, setup: whole });
  return gameID;
}

/** Follows the lobby as a page does. */
function follow(selection: OpenSelection = {}) {
  const stop = new AbortController();
  const updates = feed.watch(stop.signal, selection);
  const seen: { lobby: Lobby | null; sizes: number[] } = { lobby: null, sizes: [] };
  const ended = (async () => {
    for await (const update of updates) {
      seen.sizes.push(JSON.stringify(update).length);
      if (update.type === 'snapshot') seen.lobby = update.lobby;
      else if (seen.lobby) seen.lobby = foldLobby(seen.lobby, update);
    }
  })();
  return {
    seen,
    open: () => seen.lobby?.open.map(({ gameID }) => gameID),
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

/** Inserts open games of alice directly; one in a hundred is rated atomic, with a host rating of 1800. */
const offerMany = (count: number) =>
  db.database.sql(`
    INSERT INTO "gameData" ("gameName", "status", "createdAtMs", "changedAtMs", "initialFen", "fen", "variant", "speed",
      "limitMs", "incrementMs", "rated", "source", "hostUsername", "hostColor", "hostRating")
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    SELECT 'one of many', 'open', i, i, '${startRecord().initialFen}', '${startRecord().initialFen}',
      CASE WHEN i % 100 = 7 THEN 'atomic' ELSE 'standard' END, 'blitz', 180000, 2000, i % 100 = 7, 'lobby', 'alice',
      'random', CASE WHEN i % 100 = 7 THEN 1800 ELSE 1500 END FROM n`);

/** Withdraws open games. */
const withdraw = async (gameIDs: readonly number[]) => {
  for (const gameID of gameIDs) {
    await live.games.execute(gameID, { type: 'withdraw', username: 'alice' });
  }
};

describe('a lobby of 5,000 open games', () => {
  beforeEach(() => offerMany(5000));

  test('G-3 a rare kind is found by its filter, and disappears when withdrawn', async () => {
    const atomic = follow({ variant: 'atomic', rated: true });
    await expect.poll(() => atomic.open()?.length).toBe(50);
    expect(atomic.seen.lobby).toMatchObject({ moreOpen: false });
    expect(await feed.current()).toMatchObject({ moreOpen: true });
    const [newest = 0] = atomic.open() ?? [];
    await withdraw([newest]);
    await feed.flush();
    await expect.poll(() => atomic.open()?.length).toBe(49);
    expect(atomic.open()).not.toContain(newest);
    db.nowMs += 1000;
    await offer();
    const made = await offer({ variant: 'atomic', rated: true });
    await feed.flush();
    await expect.poll(() => atomic.open()?.[0]).toBe(made);
    // The filter by rating: 49 hosts have 1800, and the new one has no rating.
    const near = { within: 50, ratings: [{ variant: 'atomic', speed: 'blitz', rating: 1850 }] };
    const strong = await feed.current({ variant: 'atomic', near } as OpenSelection);
    expect(strong.open).toHaveLength(49);
    await atomic.stop();
  });

  test('G-3 each of them is on exactly one page', async () => {
    const pages: number[] = [];
    let selection: OpenSelection = {};
    for (;;) {
      const { open, moreOpen } = await feed.current(selection);
      pages.push(...open.map(({ gameID }) => gameID));
      const last = open.at(-1);
      if (!moreOpen || !last) break;
      selection = { after: { changedAtMs: last.changedAtMs, gameID: last.gameID } };
    }
    expect(pages).toHaveLength(5000);
    expect(new Set(pages).size).toBe(5000);
  });

  test('G-3 older games move up on every page when newer ones go, and clients receive only the difference', async () => {
    const first = follow();
    await expect.poll(() => first.open()?.length).toBe(50);
    const last = first.seen.lobby?.open.at(-1);
    if (!last) throw new Error('The first page is empty.');
    const next = follow({ after: { changedAtMs: last.changedAtMs, gameID: last.gameID } });
    await expect.poll(() => next.open()?.length).toBe(50);
    for (let round = 0; round < 4; round++) {
      await withdraw(first.open()?.slice(0, 30) ?? []);
      await feed.flush();
      await expect.poll(() => first.open()?.length).toBe(50);
    }
    const stored = await db.dataAccess.getLobby(50);
    expect(first.seen.lobby).toEqual(stored);
    expect(await feed.current()).toEqual(stored);
    // Games withdrawn from the second page are gone, and older ones moved up.
    const shown = next.open() ?? [];
    expect(shown.length).toBeGreaterThanOrEqual(25);
    const offered = await db.dataAccess.finder.offered({}, 5000);
    const offeredIDs = new Set(offered.map(({ gameID }) => gameID));
    expect(shown.every((gameID) => offeredIDs.has(gameID))).toBe(true);
    // The whole page is sent once; each later update has 30 numbers and at most 50 games.
    const [whole = 0, ...differences] = first.seen.sizes;
    for (const size of differences) expect(size).toBeLessThan(whole * 1.1);
    await Promise.all([first.stop(), next.stop()]);
  });

  test('G-3 changes are merged into one update, and sent only to pages that show them', async () => {
    const [all, hill] = [follow(), follow({ variant: 'kingOfTheHill' })];
    await expect.poll(() => hill.open()).toEqual([]);
    await expect.poll(() => all.open()?.length).toBe(50);
    db.nowMs += 1000;
    for (let n = 0; n < 40; n++) await offer();
    await offer({ visibility: 'link' });
    await offer({ invited: 'bob' });
    await feed.flush();
    await expect.poll(() => all.seen.sizes.length).toBe(2);
    expect(all.seen.lobby?.open.every(({ setup }) => setup.visibility === 'lobby')).toBe(true);
    const made = await offer({ variant: 'kingOfTheHill' });
    await feed.flush();
    await expect.poll(() => hill.open()).toEqual([made]);
    expect(hill.seen.sizes).toHaveLength(2);
    await Promise.all([all.stop(), hill.stop()]);
  });

  test('G-3 a resync reads every page again', async () => {
    const atomic = follow({ variant: 'atomic' });
    await expect.poll(() => atomic.open()?.length).toBe(50);
    const gone = atomic.open()?.[3] ?? 0;
    await db.dataAccess.discardGame(gone);
    live.bus.publish('resync', 'a test');
    await feed.flush();
    await expect.poll(() => atomic.open()?.length).toBe(49);
    expect(atomic.open()).not.toContain(gone);
    await atomic.stop();
  });

  test('R-CLEAR-1 a clear empties every page', async () => {
    const atomic = follow({ variant: 'atomic' });
    await expect.poll(() => atomic.open()?.length).toBe(50);
    await db.dataAccess.clearAllData();
    live.games.forgetAll();
    live.bus.publish('sessions', { type: 'cleared' });
    await expect.poll(() => atomic.open()).toEqual([]);
    await atomic.stop();
  });
});
