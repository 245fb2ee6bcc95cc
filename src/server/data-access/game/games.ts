import type { Color, GameSummary } from '../../../contract/game/index.ts';
import { type GameSetup, plainSetup } from '../../../contract/game/setup.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client, Dialect } from '../db/dialect.ts';
import type { GameCommit, SeatTaken, StoredGame } from '../db/records.ts';
import { eventsOf, summaryColumns, summaryOf } from '../db/rows.ts';
import { setupColumns, setupOf } from '../db/setup-columns.ts';
import type { HeartbeatAccess } from './heartbeat.ts';

/** Games: their rows, seats and events. */
export interface GamesAccess {
  getGame(gameID: number): Promise<GameSummary | null>;
  /** @returns the gameID, which was never used before (R-CREATE-1) */
  createGameID(
    gameName: string,
    initialFen: string,
    atMs: number,
    setup?: GameSetup,
  ): Promise<number>;
  /** Deletes a game without events. @returns false when it has events */
  discardGame(gameID: number): Promise<boolean>;
  /** The games that are due before `beforeMs`, by their stored `dueAtMs`. */
  getDueGames(beforeMs: number): Promise<number[]>;
  /** Whether a game with a clock is running. */
  isClockRunning(): Promise<boolean>;
  /**
   * Takes a seat if it is empty and the game isn't over (R-JOIN-4).
   * @returns the written event and game, or null when the seat could not be taken
   */
  addToGame(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null>;

  /** The gameIDs of these users' games that are running, or finished after `finishedAfterMs`. */
  getGamesOf(usernames: readonly string[], finishedAfterMs: number): Promise<number[]>;

  loadGame(gameID: number): Promise<StoredGame | null>;
  /** @returns the number of each game's last event; unknown games are absent */
  getLastEvents(gameIDs: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /**
   * Writes decisions of several games in one transaction, at most one for each game.
   * @returns the games whose decision took effect; the others have newer events, and nothing was written for them
   */
  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>>;
}

export interface GamesParts {
  readonly client: Client;
  readonly dialect: Dialect;
  readonly heartbeat: Pick<HeartbeatAccess, 'downtimes'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function gamesAccess({ client, dialect, heartbeat, now }: GamesParts): GamesAccess {
  return {
    getGame(gameID: number): Promise<GameSummary | null> {
      return mapDbErrors(async () => {
        const row = await client.gameData.findUnique({
          where: { gameID },
          select: summaryColumns,
        });
        return row && summaryOf(row);
      });
    },

    createGameID(
      gameName: string,
      initialFen: string,
      atMs: number,
      setup: GameSetup = plainSetup,
    ): Promise<number> {
      return mapDbErrors(() => dialect.createGame({ gameName, initialFen, atMs, setup }));
    },

    discardGame(gameID: number): Promise<boolean> {
      return mapDbErrors(async () => {
        const { count } = await client.gameData.deleteMany({ where: { gameID, lastEvent: 0 } });
        return count === 1;
      });
    },

    getDueGames(beforeMs: number): Promise<number[]> {
      return mapDbErrors(async () => {
        const rows = await client.gameData.findMany({
          where: { dueAtMs: { lt: beforeMs } },
          orderBy: { dueAtMs: 'asc' },
          select: { gameID: true },
        });
        return rows.map(({ gameID }) => gameID);
      });
    },

    getGamesOf(usernames: readonly string[], finishedAfterMs: number): Promise<number[]> {
      return mapDbErrors(async () => {
        const names = { in: [...usernames] };
        const rows = await client.gameData.findMany({
          where: {
            OR: [
              { status: 'playing' },
              { status: 'finished', changedAtMs: { gt: finishedAfterMs } },
            ],
            AND: { OR: [{ whiteUsername: names }, { blackUsername: names }] },
          },
          select: { gameID: true },
          orderBy: { gameID: 'asc' },
        });
        return rows.map(({ gameID }) => gameID);
      });
    },

    isClockRunning(): Promise<boolean> {
      return mapDbErrors(async () => {
        const where = { status: 'playing', limitMs: { not: null } };
        return (await client.gameData.findFirst({ where, select: { gameID: true } })) !== null;
      });
    },

    addToGame(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null> {
      return mapDbErrors(async () => {
        const atMs = now();
        const seat = { username, color: clientColor, gameID, atMs };
        const row = await dialect.addToGame(seat);
        if (!row) return null;
        const number = Number(row.lastEvent);
        return {
          event: { type: 'seatTaken', color: clientColor, username, number, atMs },
          game: summaryOf(row),
        };
      });
    },

    loadGame(gameID: number): Promise<StoredGame | null> {
      return mapDbErrors(async () => {
        const row = await client.gameData.findUnique({
          where: { gameID },
          select: {
            gameName: true,
            createdAtMs: true,
            changedAtMs: true,
            initialFen: true,
            lastEvent: true,
            status: true,
            whiteUsername: true,
            blackUsername: true,
            ...setupColumns,
          },
        });
        if (!row) return null;
        const [moves, others, downtimes] = await Promise.all([
          client.move.findMany({
            where: { gameID },
            select: {
              number: true,
              atMs: true,
              ply: true,
              uci: true,
              san: true,
              whiteMs: true,
              blackMs: true,
              quotaMs: true,
            },
          }),
          client.gameEvent.findMany({
            where: { gameID },
            select: { number: true, atMs: true, body: true },
          }),
          row.status === 'playing' ? heartbeat.downtimes(Number(row.changedAtMs)) : [],
        ]);
        // The row was read first: later events are left to the next read, and missing ones mean that a clear came between.
        const events = eventsOf(moves, others).filter((event) => event.number <= row.lastEvent);
        if (events.length !== row.lastEvent) return null;
        const { gameName, initialFen, whiteUsername, blackUsername } = row;
        return {
          gameID,
          gameName,
          createdAtMs: Number(row.createdAtMs),
          initialFen,
          setup: setupOf(row),
          names: { white: whiteUsername, black: blackUsername },
          events,
          downtimes,
        };
      });
    },

    getLastEvents(gameIDs: readonly number[]): Promise<ReadonlyMap<number, number>> {
      return mapDbErrors(async () => {
        const rows = await client.gameData.findMany({
          where: { gameID: { in: [...gameIDs] } },
          select: { gameID: true, lastEvent: true },
        });
        return new Map(rows.map(({ gameID, lastEvent }) => [gameID, lastEvent]));
      });
    },

    commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>> {
      return mapDbErrors(() => dialect.commitEvents(commits));
    },
  };
}
