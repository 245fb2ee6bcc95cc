import type { Color, GameSummary } from '../../contract/game/index.ts';
import { type GameSetup, plainSetup } from '../../contract/game/setup.ts';
import { type GuestsAccess, guestsAccess } from './account/guests.ts';
import { type ChatAccess, chatAccess } from './chat/chat.ts';
import { type RelationsAccess, relationsAccess } from './chat/relations.ts';
import type { DataAccess } from './data-access.ts';
import { mapDbErrors } from './db/database-errors.ts';
import type { GameCommit, SeatTaken, StoredGame } from './db/records.ts';
import { eventsOf, summaryColumns, summaryOf } from './db/rows.ts';
import { setupColumns, setupOf } from './db/setup-columns.ts';
import { clearedTables, quoted } from './db/tables.ts';
import { type EngineLeaseAccess, engineLeaseAccess } from './game/engine-leases.ts';
import { type GameFinder, gameFinder } from './game/game-finder.ts';
import { type HeartbeatAccess, heartbeatAccess } from './game/heartbeat.ts';
import { PrismaListings } from './game/listings.ts';
import { type TimingAccess, timingAccess } from './game/timing.ts';
import { type ReservationsAccess, reservationsAccess } from './lobby/reservations.ts';
import { type SeeksAccess, seeksAccess } from './lobby/seeks.ts';
import { type RatingsAccess, ratingsAccess } from './rating/ratings.ts';

/** {@link DataAccess} on either database: games besides what its parents have. */
export class PrismaDataAccess extends PrismaListings implements DataAccess {
  readonly ratings: RatingsAccess;
  readonly heartbeat: HeartbeatAccess;
  readonly chat: ChatAccess;
  readonly relations: RelationsAccess;
  readonly reservations: ReservationsAccess;
  readonly seeks: SeeksAccess;
  readonly guests: GuestsAccess;
  readonly finder: GameFinder;
  readonly engineLeases: EngineLeaseAccess;
  readonly timing: TimingAccess;

  constructor(...parts: ConstructorParameters<typeof PrismaListings>) {
    super(...parts);
    this.ratings = ratingsAccess(this.client);
    this.heartbeat = heartbeatAccess(this.client);
    this.chat = chatAccess(this.client);
    this.relations = relationsAccess(this.client);
    this.reservations = reservationsAccess(this.client, this.dialect);
    this.seeks = seeksAccess(this.client, this.dialect);
    this.guests = guestsAccess(this.client, this.now);
    this.finder = gameFinder(this.client);
    this.engineLeases = engineLeaseAccess(this.client);
    this.timing = timingAccess(this.client);
  }

  getGame(gameID: number): Promise<GameSummary | null> {
    return mapDbErrors(async () => {
      const row = await this.client.gameData.findUnique({
        where: { gameID },
        select: summaryColumns,
      });
      return row && summaryOf(row);
    });
  }

  createGameID(
    gameName: string,
    initialFen: string,
    atMs: number,
    setup: GameSetup = plainSetup,
  ): Promise<number> {
    return mapDbErrors(() => this.dialect.createGame({ gameName, initialFen, atMs, setup }));
  }

  discardGame(gameID: number): Promise<boolean> {
    return mapDbErrors(async () => {
      const { count } = await this.client.gameData.deleteMany({ where: { gameID, lastEvent: 0 } });
      return count === 1;
    });
  }

  getDueGames(beforeMs: number): Promise<number[]> {
    return mapDbErrors(async () => {
      const rows = await this.client.gameData.findMany({
        where: { dueAtMs: { lt: beforeMs } },
        orderBy: { dueAtMs: 'asc' },
        select: { gameID: true },
      });
      return rows.map(({ gameID }) => gameID);
    });
  }

  getGamesOf(usernames: readonly string[], finishedAfterMs: number): Promise<number[]> {
    return mapDbErrors(async () => {
      const names = { in: [...usernames] };
      const rows = await this.client.gameData.findMany({
        where: {
          OR: [{ status: 'playing' }, { status: 'finished', changedAtMs: { gt: finishedAfterMs } }],
          AND: { OR: [{ whiteUsername: names }, { blackUsername: names }] },
        },
        select: { gameID: true },
        orderBy: { gameID: 'asc' },
      });
      return rows.map(({ gameID }) => gameID);
    });
  }

  isClockRunning(): Promise<boolean> {
    return mapDbErrors(async () => {
      const where = { status: 'playing', limitMs: { not: null } };
      return (await this.client.gameData.findFirst({ where, select: { gameID: true } })) !== null;
    });
  }

  addToGame(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null> {
    return mapDbErrors(async () => {
      const atMs = this.now();
      const seat = { username, color: clientColor, gameID, atMs };
      const row = await this.dialect.addToGame(seat);
      if (!row) return null;
      const number = Number(row.lastEvent);
      return {
        event: { type: 'seatTaken', color: clientColor, username, number, atMs },
        game: summaryOf(row),
      };
    });
  }

  loadGame(gameID: number): Promise<StoredGame | null> {
    return mapDbErrors(async () => {
      const row = await this.client.gameData.findUnique({
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
        this.client.move.findMany({
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
        this.client.gameEvent.findMany({
          where: { gameID },
          select: { number: true, atMs: true, body: true },
        }),
        row.status === 'playing' ? this.heartbeat.downtimes(Number(row.changedAtMs)) : [],
      ]);
      // The row was read first: what came after it is left for the next reader, and a hole means that all was cleared.
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
  }

  getLastEvents(gameIDs: readonly number[]): Promise<ReadonlyMap<number, number>> {
    return mapDbErrors(async () => {
      const rows = await this.client.gameData.findMany({
        where: { gameID: { in: [...gameIDs] } },
        select: { gameID: true, lastEvent: true },
      });
      return new Map(rows.map(({ gameID, lastEvent }) => [gameID, lastEvent]));
    });
  }

  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>> {
    return mapDbErrors(() => this.dialect.commitEvents(commits));
  }

  async clearAllData(): Promise<void> {
    await mapDbErrors(() =>
      this.client.$transaction([
        ...this.dialect.keepWritersOut(),
        ...clearedTables.map((table) => this.client.$executeRaw`DELETE FROM ${quoted([table])}`),
      ]),
    );
  }

  close(): Promise<void> {
    return this.client.$disconnect();
  }
}
