import type { Database } from 'better-sqlite3';
import { type CommitRows, positionIn } from '../commit-rows.ts';
import { CommitWriter } from './commit.ts';
import { MoveLog } from './move-log.ts';
import type { Prepare } from './prepare.ts';

/** Decisions as rows. Null stands for none. */
export interface CommitBatch {
  /** Decisions that are nothing but a move. */
  readonly moves: CommitRows | null;
  readonly others: CommitRows | null;
}

/** How many moves may wait in the log: bounds how long a query waits for them. */
const MAX_WAITING = 10_000;

/** How long moves wait in the log, in milliseconds. */
const WAIT_MS = 1000;

/** How many games are written into the tables at a time, so that commits wait for some milliseconds only. */
const GAMES_AT_A_TIME = 100;

/** Statements on tables that may lack moves of the log. */
const NAMES_GAMES = /\b(?:gameData|move|gameEvent|moveLog)\b/;

/** Writes decisions of games. Its methods run to their end; not to be called within an open transaction. */
export class GameWriter {
  #parts: { readonly log: MoveLog; readonly commits: CommitWriter } | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly prepare: Prepare,
  ) {}

  /** See `TurnTaking.restoreMoves`. */
  restore(): void {
    const table = this.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'moveLog'`).get();
    if (!table) return; // a database without tables, or of an older version
    this.#open().log.restore();
    this.settle();
  }

  /** See `SqliteConnection.commitGames`. */
  commit({ moves, others }: CommitBatch): number[] {
    const { log, commits } = this.#open();
    // A single statement is a transaction of its own.
    const inOne = others
      ? (work: () => void) => this.#transaction(work)
      : (work: () => void) => work();
    const after: (() => void)[] = [];
    const written: number[] = [];
    inOne(() => {
      if (others) {
        after.push(log.apply(gameIDsOf(others)));
        written.push(...commits.write(others));
      }
      if (moves) {
        const { gameIDs, committed } = log.append(moves);
        after.push(committed);
        written.push(...gameIDs);
      }
    });
    for (const done of after) done();
    if (log.size > MAX_WAITING) this.settle();
    else if (log.size > 0) this.#settleLater(WAIT_MS);
    return written;
  }

  /** Writes the moves of the log into their tables, if a statement names one of these. */
  settleFor(sql: string): void {
    if (this.#parts && this.#parts.log.size > 0 && NAMES_GAMES.test(sql)) this.settle();
  }

  /** Writes all moves of the log into their tables. */
  settle(): void {
    if (this.#parts) this.#settle(this.#parts.log.oldest());
  }

  /** Stops the work in the background, and settles. */
  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.settle();
  }

  /** The statements need the tables, which migrations make. */
  #open() {
    if (this.#parts) return this.#parts;
    this.#parts = { log: new MoveLog(this.prepare), commits: new CommitWriter(this.prepare) };
    return this.#parts;
  }

  #settle(gameIDs: readonly number[]): void {
    if (!this.#parts || gameIDs.length === 0) return;
    const { log } = this.#parts;
    let applied = () => {};
    // The moves are on disk already: until the next commit, a power cut would only take back this copy of them.
    this.database.pragma('synchronous = NORMAL');
    try {
      this.#transaction(() => {
        applied = log.apply(gameIDs);
      });
    } finally {
      this.database.pragma('synchronous = FULL');
    }
    applied();
  }

  #settleLater(delayMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#settleSome();
    }, delayMs);
  }

  #settleSome(): void {
    const log = this.#parts?.log;
    if (!log || log.size === 0) return;
    try {
      this.#settle(log.oldest(GAMES_AT_A_TIME));
    } catch {
      this.#settleLater(WAIT_MS); // the disk may be full: a query that needs these moves fails
      return;
    }
    if (log.size > 0) this.#settleLater(0);
  }

  #transaction(work: () => void): void {
    const { database } = this;
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

const gameID = positionIn('games', 'gameID');
const gameIDsOf = ({ games }: CommitRows): number[] =>
  (JSON.parse(games) as unknown[][]).map((row) => Number(row[gameID]));
