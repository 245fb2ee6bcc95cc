import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { RookeryError } from '../../contract/errors/index.ts';
import type { ComputerAvailability } from '../../contract/game/computer.ts';
import type { Variant } from '../../contract/game/index.ts';
import { engineGame } from '../../rules/index.ts';
import { limitsFor, noticedMoves, type SearchLimits, type TimeLeft } from './levels.ts';
import type { Located } from './locate.ts';
import { EngineFailure, type Found, UciProcess } from './uci-process.ts';

/** A game as far as it was played. */
export interface GameSoFar {
  readonly variant: Variant;
  readonly initialFen: string;
  /** In UCI, castling either way. */
  readonly moves: readonly { readonly uci: string }[];
}

export interface MoveRequest extends GameSoFar, TimeLeft {
  /** 1 to 8. */
  readonly level: number;
}

export interface EngineParts {
  readonly located: Located;
  /** Told when the engine fails. */
  readonly warn: (message: string, cause: unknown) => void;
  /** How many searches may wait. */
  readonly maxWaiting?: number;
  /** How much longer than its time a search may take before the engine counts as hung, in milliseconds. */
  readonly patienceMs?: number;
  /** After so long without a search the engine is stopped, in milliseconds. */
  readonly idleMs?: number;
  /** From 0 to below 1. */
  readonly random?: () => number;
}

/** A search failed in an engine that had started well. */
class SearchFailure extends EngineFailure {}

/** Whether `error` means that the engine, well otherwise, twice failed to search this very position. */
export const isUnsearchable = (error: unknown): boolean =>
  error instanceof RookeryError && error.cause instanceof SearchFailure;

/** How long the engine may take to start, in milliseconds: 400 usually, much more on a busy machine. */
const START_PATIENCE_MS = 30_000;

/** Pauses before the engine is started again after failures, in milliseconds: doubled each time. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** After so many failures without a move between, nobody is kept waiting for the next try. */
const GIVE_UP_FAILURES = 4;

/** How a draw offer is judged: better than level 8. */
const EVALUATION: SearchLimits = { depth: 20, nodes: 50_000, movetimeMs: 500 };

/** Which moves a search may choose from, of all legal ones; none: any. */
type Choice = (legal: readonly string[]) => readonly string[];

const failing = {
  available: false,
  reason: 'failing',
} as const;

/**
 * The chess engine of this process: one child, started at the first request and stopped when nobody plays, one search at
 * a time, and after each a pause as long as it was busy: at most half a core.
 */
export class Engine {
  readonly #parts: Required<EngineParts>;
  readonly #queue = new PQueue({ concurrency: 1 });
  #process: UciProcess | null = null;
  /** What the engine plays; null: not known yet. */
  #variants: readonly Variant[] | null = null;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;
  /** Since the last search that worked. */
  #failures = 0;
  /** Times of the monotonic clock, in milliseconds. */
  #restUntilMs = 0;
  #retryAtMs = 0;

  constructor(parts: EngineParts) {
    const defaults = { maxWaiting: 64, patienceMs: 5000, idleMs: 5 * 60_000 };
    this.#parts = { ...defaults, random: Math.random, ...parts };
  }

  /** Whether the engine can play now, and what. An engine that isn't the bundled one is started to ask it. */
  async availability(): Promise<ComputerAvailability> {
    const { located, maxWaiting } = this.#parts;
    if ('missing' in located) return { available: false, reason: located.missing };
    if (this.#hasGivenUp()) return failing;
    if (this.#queue.size >= maxWaiting) {
      return { available: false, reason: 'busy' };
    }
    try {
      this.#variants ??= located.variants ?? (await this.#queue.add(() => this.#ask()));
      return { available: true, variants: [...this.#variants] };
    } catch {
      return failing;
    }
  }

  /** The engine's process, and whether it is searching; null while there is none. */
  get process(): { readonly pid: number | undefined; readonly searching: boolean } | null {
    const process = this.#process;
    return process?.alive ? { pid: process.pid, searching: process.searching } : null;
  }

  /**
   * The computer's move in UCI, castling as the king onto its rook. The game must not be over.
   * @param begin called when the search would begin, which may be long after; it does not where this throws
   * @throws RookeryError `no_engine`; `variant_unavailable` when the engine doesn't know the variant;
   * `too_many_requests` when too many searches wait
   */
  async bestMove(request: MoveRequest, begin?: () => Promise<void>): Promise<string> {
    const limits = limitsFor(request.variant, request.level, request);
    const notice: Choice = (legal) =>
      limits.notices < 1 ? noticedMoves(legal, limits, this.#parts.random) : [];
    const { uci } = await this.#search(request, limits, notice, begin);
    return uci;
  }

  /**
   * What the game is worth for the side to move, in centipawns.
   * @param begin as for {@link bestMove}
   * @throws RookeryError as {@link bestMove}
   */
  async evaluate(game: GameSoFar, begin?: () => Promise<void>): Promise<number> {
    const { score } = await this.#search(game, EVALUATION, () => [], begin);
    return score;
  }

  /** Stops the engine for good; searches that run or wait are refused. */
  close(): void {
    this.#closed = true;
    this.#stop();
  }

  async #search(
    game: GameSoFar,
    limits: SearchLimits,
    choice: Choice,
    begin: (() => Promise<void>) | undefined,
  ): Promise<Found> {
    if ('missing' in this.#parts.located) throw new RookeryError('no_engine');
    if (this.#queue.size >= this.#parts.maxWaiting) {
      throw new RookeryError('too_many_requests', { retryAfterSeconds: 5 });
    }
    const search = (process: UciProcess) => this.#searchIn(process, game, limits, choice);
    return this.#queue.add(() => this.#inTurn(search, begin));
  }

  /** One search, tried twice, and then the pause is due. */
  async #inTurn(
    search: (process: UciProcess) => Promise<Found>,
    begin: (() => Promise<void>) | undefined,
  ): Promise<Found> {
    await sleepUntil(this.#restUntilMs);
    await begin?.();
    return this.#busy(async () => {
      try {
        return await this.#once(search);
      } catch (error) {
        if (error instanceof RookeryError && error.code !== 'no_engine') throw error;
        return this.#once(search);
      }
    });
  }

  /** Asks the engine what it plays. */
  async #ask(): Promise<readonly Variant[]> {
    return this.#busy(() => this.#once(async ({ abilities }) => [...abilities.names.keys()]));
  }

  /** After work the engine rests, and is stopped when no more comes. */
  async #busy<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.#idle);
    const beganMs = performance.now();
    try {
      return await work();
    } finally {
      const endMs = performance.now();
      this.#restUntilMs = endMs + (endMs - beganMs);
      this.#idle = setTimeout(() => this.#stop(), this.#parts.idleMs).unref();
    }
  }

  /** @throws RookeryError `variant_unavailable`, which is no failure of the engine */
  async #searchIn(
    process: UciProcess,
    { variant, initialFen, moves }: GameSoFar,
    limits: SearchLimits,
    choice: Choice,
  ): Promise<Found> {
    const { names, chess960 } = process.abilities;
    if (!names.has(variant)) throw new RookeryError('variant_unavailable');
    const castling = chess960 ? 'ontoRook' : 'twoSquares';
    const game = engineGame(initialFen, moves, variant, castling);
    const only = choice(game.legal);
    const patienceMs = limits.movetimeMs + this.#parts.patienceMs;
    const found = await process
      .search({ variant, game, limits, only }, patienceMs)
      .catch(({ message }: Error) => {
        throw new SearchFailure(message);
      });
    if (!game.legal.includes(found.uci)) {
      throw new SearchFailure(`it wants to play ${found.uci}, which is not legal`);
    }
    return found;
  }

  /** @throws RookeryError `no_engine` when the engine failed */
  async #once<T>(work: (process: UciProcess) => Promise<T>): Promise<T> {
    if (this.#closed || this.#hasGivenUp()) throw new RookeryError('no_engine');
    try {
      const result = await work(await this.#running());
      this.#failures = 0;
      return result;
    } catch (cause) {
      if (!(cause instanceof EngineFailure)) throw cause;
      if (!this.#closed) this.#noteFailure(cause);
      throw new RookeryError('no_engine', { cause });
    }
  }

  async #running(): Promise<UciProcess> {
    const { located } = this.#parts;
    if (this.#process?.alive) return this.#process;
    if ('missing' in located) throw new Error(located.missing);
    await sleepUntil(this.#retryAtMs);
    this.#process = await UciProcess.start(located.command, START_PATIENCE_MS);
    if (this.#closed) this.#stop();
    return this.#process;
  }

  #noteFailure(cause: unknown): void {
    this.#failures += 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (this.#failures - 1), LONGEST_PAUSE_MS);
    this.#retryAtMs = performance.now() + pauseMs;
    this.#parts.warn('The chess engine failed; it is started again when it is needed.', cause);
  }

  #hasGivenUp(): boolean {
    return this.#failures >= GIVE_UP_FAILURES && performance.now() < this.#retryAtMs;
  }

  #stop(): void {
    clearTimeout(this.#idle);
    this.#process?.kill();
    this.#process = null;
  }
}

async function sleepUntil(atMs: number): Promise<void> {
  const leftMs = atMs - performance.now();
  if (leftMs > 0) await sleep(leftMs);
}
