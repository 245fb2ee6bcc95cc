import type { Profile } from '../../contract/account.ts';
import type { Color, GameSummary, Lobby } from '../../contract/game.ts';
import { type GameSetup, plainSetup } from '../../contract/setup.ts';
import { Prisma } from '../../generated/sqlite/client.ts';
import type { AuthModel } from '../../generated/sqlite/models.ts';
import { type AliveAccess, aliveAccess } from './alive.ts';
import { Batcher } from './batcher.ts';
import type {
  Auth,
  DataAccess,
  GameCommit,
  GameSelection,
  Login,
  SeatTaken,
  StoredGame,
  User,
} from './data-access.ts';
import type { Client, Dialect } from './dialect.ts';
import { type RatingsAccess, ratingsAccess } from './ratings.ts';
import { reached } from './reached.ts';
import { eventsOf, type SummaryRow, summaryColumns, summaryOf } from './rows.ts';
import { setupColumns, setupOf } from './setup-columns.ts';
import { digestOf, newToken, SESSION_MS, TOUCH_MS } from './tokens.ts';

type SessionRow = Pick<AuthModel, 'tokenDigest' | 'username' | 'lastUsedAtMs'>;

/** How many games the database writes as JSON at a time: about 100 kB, in about a millisecond. */
const PIECE = 1000;

const keyOf = (username: string) => username.toLowerCase();

/** {@link DataAccess} on either database. */
export class PrismaDataAccess implements DataAccess {
  /** Nearly every request asks for a session; those that come together share a query. */
  readonly #sessions = new Batcher<string, SessionRow | null>({
    run: (tokenDigests) => this.#findSessions(tokenDigests),
  });

  readonly ratings: RatingsAccess;
  readonly alive: AliveAccess;

  constructor(
    private readonly client: Client,
    private readonly dialect: Dialect,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {
    this.ratings = ratingsAccess(client);
    this.alive = aliveAccess(client);
  }

  getUser(username: string): Promise<User | null> {
    return reached(async () => {
      const row = await this.client.user.findUnique({
        where: { usernameKey: keyOf(username) },
        select: { username: true, createdAtMs: true, guest: true },
      });
      return row && { ...row, createdAtMs: Number(row.createdAtMs) };
    });
  }

  createUser(username: string, passwordHash: string, email: string): Promise<boolean> {
    return reached(async () => {
      const written = await this.client.$executeRaw`
        INSERT INTO "user" ("username", "usernameKey", "passwordHash", "email", "createdAtMs")
        VALUES (${username}, ${keyOf(username)}, ${passwordHash}, ${email}, ${this.now()})
        ON CONFLICT DO NOTHING`;
      return written === 1;
    });
  }

  getLogin(username: string): Promise<Login | null> {
    return reached(() =>
      this.client.user.findUnique({
        where: { usernameKey: keyOf(username) },
        select: { username: true, passwordHash: true },
      }),
    );
  }

  createAuth(username: string, userAgent?: string): Promise<string> {
    return reached(async () => {
      const token = newToken();
      const now = this.now();
      await this.client.$executeRaw`
        INSERT INTO "auth" ("tokenDigest", "username", "createdAtMs", "lastUsedAtMs", "expiresAtMs", "userAgent")
        VALUES (${digestOf(token)}, ${username}, ${now}, ${now}, ${now + SESSION_MS}, ${userAgent?.slice(0, 200) ?? null})`;
      return token;
    });
  }

  getAuth(authToken: string): Promise<Auth | null> {
    return reached(async () => {
      const tokenDigest = digestOf(authToken);
      const row = await this.#sessions.ask(tokenDigest);
      if (!row) return null;
      const now = this.now();
      if (Number(row.lastUsedAtMs) < now - TOUCH_MS) {
        await this.client.auth.updateMany({
          where: { tokenDigest },
          data: { lastUsedAtMs: now, expiresAtMs: now + SESSION_MS },
        });
      }
      return { username: row.username, tokenDigest };
    });
  }

  /** @returns the sessions that have not expired, in the order of the digests */
  async #findSessions(tokenDigests: readonly string[]): Promise<(SessionRow | null)[]> {
    const rows = await this.client.$queryRaw<SessionRow[]>`
      SELECT "tokenDigest", "username", "lastUsedAtMs" FROM "auth"
      WHERE "tokenDigest" IN (${Prisma.join([...new Set(tokenDigests)])}) AND "expiresAtMs" > ${this.now()}`;
    const found = new Map(rows.map((row) => [row.tokenDigest, row]));
    return tokenDigests.map((tokenDigest) => found.get(tokenDigest) ?? null);
  }

  getOpenSessions(tokenDigests: readonly string[]): Promise<ReadonlySet<string>> {
    return reached(async () => {
      if (tokenDigests.length === 0) return new Set();
      const rows = await this.#findSessions(tokenDigests);
      return new Set(rows.flatMap((row) => row?.tokenDigest ?? []));
    });
  }

  deleteAuth(authToken: string): Promise<boolean> {
    return reached(async () => {
      const { count } = await this.client.auth.deleteMany({
        where: { tokenDigest: digestOf(authToken) },
      });
      return count === 1;
    });
  }

  deleteExpiredAuths(): Promise<number> {
    return reached(async () => {
      const { count } = await this.client.auth.deleteMany({
        where: { expiresAtMs: { lte: this.now() } },
      });
      return count;
    });
  }

  async *getGames({ limit = Number.POSITIVE_INFINITY, after = 0, status }: GameSelection) {
    let left = limit;
    let last = after;
    while (left > 0) {
      const size = Math.min(left, PIECE);
      const where = status
        ? Prisma.sql`"gameID" > ${last} AND "status" = ${status}`
        : Prisma.sql`"gameID" > ${last}`;
      const piece = await reached(() => this.dialect.gamesPiece(where, size));
      const { json } = piece;
      if (json === null) return;
      // Prisma's promises keep a result's object reachable until V8's next full collection. Without this, all pieces of
      // a list would stay in memory until then.
      piece.json = null;
      yield json;
      last = Number(piece.last);
      if (last >= Number(piece.newest)) return;
      left -= size;
    }
  }

  getGame(gameID: number): Promise<GameSummary | null> {
    return reached(async () => {
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
    return reached(() => this.dialect.createGame({ gameName, initialFen, atMs, setup }));
  }

  discardGame(gameID: number): Promise<boolean> {
    return reached(async () => {
      const { count } = await this.client.gameData.deleteMany({ where: { gameID, lastEvent: 0 } });
      return count === 1;
    });
  }

  getDueGames(beforeMs: number): Promise<number[]> {
    return reached(async () => {
      const rows = await this.client.gameData.findMany({
        where: { dueAtMs: { lt: beforeMs } },
        orderBy: { dueAtMs: 'asc' },
        select: { gameID: true },
      });
      return rows.map(({ gameID }) => gameID);
    });
  }

  addToGame(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null> {
    return reached(async () => {
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

  listSummaries({ limit, after = 0, status }: GameSelection & { limit: number }) {
    return reached(async () => {
      const rows = await this.client.gameData.findMany({
        where: { gameID: { gt: after }, ...(status && { status }) },
        orderBy: { gameID: 'asc' },
        take: limit,
        select: summaryColumns,
      });
      return rows.map(summaryOf);
    });
  }

  getLobby(length: number): Promise<Lobby> {
    const shown = {
      visibility: 'lobby',
      invitedUsername: null,
      OR: [{ endReason: null }, { endReason: { notIn: ['aborted', 'declined'] } }],
    };
    const newest = async (status: keyof Lobby) => {
      const rows = await this.client.gameData.findMany({
        where: { ...shown, status },
        orderBy: [{ changedAtMs: 'desc' }, { gameID: 'desc' }],
        take: length,
        select: summaryColumns,
      });
      return rows.map(summaryOf);
    };
    return reached(async () => {
      const [open, playing, finished] = await Promise.all([
        newest('open'),
        newest('playing'),
        newest('finished'),
      ]);
      return { open, playing, finished };
    });
  }

  getProfile(username: string): Promise<Profile | null> {
    return reached(async () => {
      const user = await this.getUser(username);
      if (!user) return null;
      const me = user.username;
      const [counts] = await this.client.$queryRaw<Record<string, number | bigint>[]>`
        SELECT count(*) FILTER (WHERE "winner" = "side" AND "other" <> ${me}) AS "wins",
               count(*) FILTER (WHERE "winner" <> "side" AND "other" <> ${me}) AS "losses",
               count(*) FILTER (WHERE "winner" IS NULL AND "status" = 'finished' AND "endReason" NOT IN ('aborted', 'declined') AND "other" <> ${me}) AS "draws",
               count(*) FILTER (WHERE "status" <> 'finished') AS "running"
        FROM (SELECT 'white' AS "side", "blackUsername" AS "other", "winner", "status", "endReason"
                FROM "gameData" WHERE "whiteUsername" = ${me}
              UNION ALL
              SELECT 'black', "whiteUsername", "winner", "status", "endReason"
                FROM "gameData" WHERE "blackUsername" = ${me} AND "whiteUsername" IS DISTINCT FROM ${me}) AS seats`;
      const count = (name: string) => Number(counts?.[name] ?? 0);
      return {
        username: me,
        createdAtMs: user.createdAtMs,
        wins: count('wins'),
        losses: count('losses'),
        draws: count('draws'),
        running: count('running'),
      };
    });
  }

  getUserGames(username: string, limit: number, before = 2_147_483_647): Promise<GameSummary[]> {
    return reached(async () => {
      // Two index walks that stop at the limit; one query with OR would sort all of the user's games.
      const side = (column: string) => Prisma.sql`
        SELECT * FROM (SELECT * FROM "gameData"
          WHERE ${Prisma.raw(`"${column}"`)} = ${username} AND "gameID" < ${before}
          ORDER BY "gameID" DESC LIMIT ${limit}) AS ${Prisma.raw(`"by_${column}"`)}`;
      const rows = await this.client.$queryRaw<SummaryRow[]>`
        ${side('whiteUsername')} UNION ${side('blackUsername')}
        ORDER BY "gameID" DESC LIMIT ${limit}`;
      return rows.map(summaryOf);
    });
  }

  loadGame(gameID: number): Promise<StoredGame | null> {
    return reached(async () => {
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
          },
        }),
        this.client.gameEvent.findMany({
          where: { gameID },
          select: { number: true, atMs: true, body: true },
        }),
        row.status === 'playing' ? this.alive.downtimes(Number(row.changedAtMs)) : [],
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
    return reached(async () => {
      const rows = await this.client.gameData.findMany({
        where: { gameID: { in: [...gameIDs] } },
        select: { gameID: true, lastEvent: true },
      });
      return new Map(rows.map(({ gameID, lastEvent }) => [gameID, lastEvent]));
    });
  }

  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>> {
    return reached(() => this.dialect.commitEvents(commits));
  }

  async clearAllData(): Promise<void> {
    await reached(() =>
      this.client.$transaction([
        ...this.dialect.keepWritersOut(),
        this.client.message.deleteMany(),
        this.client.ratingChange.deleteMany(),
        this.client.rating.deleteMany(),
        this.client.move.deleteMany(),
        this.client.gameEvent.deleteMany(),
        this.client.gameData.deleteMany(),
        this.client.auth.deleteMany(),
        this.client.user.deleteMany(),
      ]),
    );
  }

  close(): Promise<void> {
    return this.client.$disconnect();
  }
}
