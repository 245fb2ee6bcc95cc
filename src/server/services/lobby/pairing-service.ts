import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import type { GameSummary } from '../../../contract/game/index.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { SeekNews, SeekRequest } from '../../../contract/lobby/seek.ts';
import { UNRATED } from '../../../contract/lobby/seek-reach.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { kindOf, type Seek, type SeekPool } from '../../data-access/lobby/seeks.ts';
import { firstDueAtMs } from '../../game/due.ts';
import { AsyncQueue } from '../../live/bus/async-queue.ts';
import type { Bus } from '../../live/bus/bus.ts';
import { pairName } from '../game/pair-name.ts';
import type { GameStarter } from '../game/start-game.ts';
import { startFen } from '../game/start-position.ts';
import type { SeatRatings } from '../rating/seat-ratings.ts';
import { pairsOf } from './pairing.ts';

export interface PairingParts {
  readonly dataAccess: DataAccess;
  readonly bus: Bus;
  readonly ratings: SeatRatings;
  readonly starter: GameStarter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A seek whose user is connected to this process. */
interface Local {
  readonly seek: Seek;
  readonly notify: (news: SeekNews) => void;
}

/** How long after its start a paired game still answers a new seek whose earlier connection missed it, in ms. */
const JUST_BEGUN_MS = 30_000;

/** Quick pairing: pairs users with equal settings by rating; the accepted difference grows with the waiting time. */
export class PairingService {
  /** One seek per user and kind of game. */
  readonly #local = new Map<string, Local>();
  #running: Promise<void> | null = null;
  #again = false;

  constructor(private readonly parts: PairingParts) {
    parts.bus.subscribe('games', ({ game, statusChanged }) => {
      if (statusChanged && game.status === 'playing') this.#begun(game);
    });
  }

  /**
   * Seeks a game until one has started or `signal` aborts: a seek ends with its connection.
   * @throws RookeryError `guests_may_not`, `already_playing`
   */
  async *seek(
    username: string,
    request: SeekRequest,
    signal: AbortSignal,
  ): AsyncGenerator<SeekNews> {
    const { dataAccess, now } = this.parts;
    const { variant, timeControl, rated, ratingRange: range } = request;
    const pool: SeekPool = { variant, timeControl, rated };
    const user = await dataAccess.getUser(username);
    if (!user) throw new RookeryError('unauthorized');
    if (rated && user.guest) throw new RookeryError('guests_may_not');
    const rating = (await this.parts.ratings.of(username, pool))?.rating ?? UNRATED;
    const sinceMs = now();
    const queue = new AsyncQueue<SeekNews>();
    const seek = await dataAccess.seeks.wait({ username, pool, rating, range, sinceMs }, sinceMs);
    if (!seek) {
      yield { type: 'paired', gameID: await this.#justBegun(username) };
      return;
    }
    const key = keyOf(username, pool);
    this.#local.get(key)?.notify({ type: 'replaced' });
    const local: Local = { seek, notify: queue.push };
    this.#local.set(key, local);
    try {
      // After a failure the next round retries.
      this.round().catch(() => {});
      yield { type: 'waiting', sinceMs, nowMs: now(), rating };
      for await (const news of queue.items(signal)) {
        yield news;
        return;
      }
    } finally {
      if (this.#local.get(key) === local) this.#local.delete(key);
      await dataAccess.seeks.leave([seek.seekID]).catch(() => {}); // it expires
    }
  }

  /** Pairs all seeks that can be paired now. Call about once a second. */
  round(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false;
      // A process without seeks leaves pairing to the others.
      if (this.#local.size > 0) await this.#round();
    } while (this.#again);
  }

  async #round(): Promise<void> {
    const { dataAccess, now } = this.parts;
    const { seeks } = dataAccess;
    const own = [...this.#local.values()];
    await seeks.touch(
      own.map(({ seek }) => seek.seekID),
      now(),
    );
    const waiting = await seeks.waiting(now());
    const ids = new Set(waiting.map(({ seekID }) => seekID));
    for (const local of own) if (!ids.has(local.seek.seekID)) await this.#settle(local);
    const blocks = await seeks.blocks();
    for (const [one, other] of pairsOf(waiting, now(), blocks)) await this.#pair(one, other);
  }

  /** Notifies a seeker whose seek is gone of the missed outcome. */
  async #settle({ seek, notify }: Local): Promise<void> {
    const { dataAccess, now } = this.parts;
    const outcome = await dataAccess.seeks.outcome(seek.seekID, now());
    if (outcome === 'reserved' || outcome === 'waiting') return;
    notify(outcome === 'gone' ? { type: 'replaced' } : { type: 'paired', ...outcome });
  }

  /** Starts a game in the write that takes both seeks, unless a seek is gone or one user has blocked the other (G-4). */
  async #pair(one: Seek, other: Seek): Promise<void> {
    const { dataAccess, starter, now } = this.parts;
    const [white, black] = randomInt(2) === 0 ? [one, other] : [other, one];
    const { variant, timeControl, rated } = one.pool;
    const setup: GameSetup = {
      variant,
      timeControl,
      rated,
      visibility: 'lobby',
      source: 'pairing',
      host: { username: white.username, color: 'white', rating: null },
      invited: black.username,
      ratingRange: null,
    };
    const players = { white: white.username, black: black.username };
    const gameName = pairName(players.white, players.black);
    const game = { gameName, initialFen: startFen(variant), setup, ...players };
    await starter.startBy(game, (gameID, seats) => {
      const whiteSeat = { ...seats.white, seekID: white.seekID };
      const blackSeat = { ...seats.black, seekID: black.seekID };
      const beganAtMs = now();
      const dueAtMs = firstDueAtMs(setup, beganAtMs);
      return dataAccess.seeks.pair(
        gameID,
        { white: whiteSeat, black: blackSeat },
        { atMs: beganAtMs, dueAtMs },
      );
    });
  }

  /** Ends the seeks of a started game's players: for games with a clock of any origin, over days only if paired. */
  #begun(game: GameSummary): void {
    const kind = kindOf(game.setup);
    if (kind === 'days' && !policyOf(game.setup).endsDaysSeek) return;
    for (const username of [game.whiteUsername, game.blackUsername]) {
      const local = username && this.#local.get(`${kind} ${username}`);
      if (local) local.notify({ type: 'paired', gameID: game.gameID });
    }
  }

  /** The game that pairing has just started for a user. @throws RookeryError `already_playing` if there is none */
  async #justBegun(username: string): Promise<number> {
    const gameID = await this.parts.dataAccess.reservations.playing(username);
    const game = gameID === null ? null : await this.parts.dataAccess.getGame(gameID);
    const isNew = game && game.ply === 0 && game.changedAtMs > this.parts.now() - JUST_BEGUN_MS;
    if (!isNew) throw new RookeryError('already_playing');
    return game.gameID;
  }
}

const keyOf = (username: string, pool: SeekPool): string => `${kindOf(pool)} ${username}`;
