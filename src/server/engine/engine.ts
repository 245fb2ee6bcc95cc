import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { RookeryError } from '../../contract/errors/index.ts';
import type { ComputerAvailability } from '../../contract/game/computer-availability.ts';
import type { Variant } from '../../contract/game/index.ts';
import { engineGame } from '../../rules/index.ts';
import { limitsFor, noticedMoves, type SearchLimits, type TimeLeft } from './levels.ts';
import type { Located } from './locate.ts';
import { EngineFailure, type Found, UciProcess } from './uci-process.ts';

/** The start position and the moves played so far. */
export interface GameSoFar {
  readonly variant: Variant;
  readonly initialFen: string;
  /** In UCI; castling in either notation. */
  readonly moves: readonly { readonly uci: string }[];
}

export interface MoveRequest extends GameSoFar, TimeLeft {
  /** 1 to 8. */
  readonly level: number;
}

export interface EngineParts {
  readonly located: Located;
  /** Receives the engine's failures. */
  readonly warn: (message: string, cause: unknown) => void;
  /** The length limit of the queue. */
  readonly maxWaiting?: number;
  /** How far a search may exceed its time before the engine counts as hung, in milliseconds. */
  readonly patienceMs?: number;
  /** The engine is stopped after this long without a search, in milliseconds. */
  readonly idleMs?: number;
  /** In [0, 1). */
  readonly random?: () => number;
}

/** A search failed in an engine that had started successfully. */
class SearchFailure extends EngineFailure {}

/** Whether a working engine has failed twice to search this position. */
export const isUnsearchable = (error: unknown): boolean =>
  error instanceof RookeryError && error.cause instanceof SearchFailure;

/** The time limit for the engine's start, in milliseconds: usually 400 suffice, but not on a busy machine. */
const START_PATIENCE_MS = 30_000;

/** The pause before the first restart of a failed engine, in milliseconds; it doubles with each failure. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** After this many consecutive failures, requests fail at once instead of waiting for the next restart. */
const GIVE_UP_FAILURES = 4;

/** The search that evaluates a draw offer; stronger than level 8. */
const EVALUATION: SearchLimits = { depth: 20, nodes: 50_000, movetimeMs: 500 };

/** Restricts a search to some of the legal moves; an empty result means all. */
type Choice = (legal: readonly string[]) => readonly string[];

const failing = {
  available: false,
  reason: 'failing',
} as const;

/**
 * The chess engine of this process: one child process, started at the first request and stopped when idle. It runs one
 * search at a time and then pauses for as long as the search took, so it uses at most half a core.
 */
export class Engine {
  readonly #parts: Required<EngineParts>;
  readonly #queue = new PQueue({ concurrency: 1 });
  #process: UciProcess | null = null;
  /** The variants that the engine supports; null: not known yet. */
  #variants: readonly Variant[] | null = null;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;
  /** Failures since the last successful search. */
  #failures = 0;
  /** End of the current pause, by the monotonic clock, in milliseconds. */
  #restUntilMs = 0;
  #retryAtMs = 0;

  constructor(parts: EngineParts) {
    const defaults = { maxWaiting: 64, patienceMs: 5000, idleMs: 5 * 60_000 };
    this.#parts = { ...defaults, random: Math.random, ...parts };
  }

  /** Whether the engine can play now, and which variants. An engine other than the bundled one is started to find out. */
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

  /** The engine's process, and whether it is searching; null while the engine is stopped. */
  get process(): { readonly pid: number | undefined; readonly searching: boolean } | null {
    const process = this.#process;
    return process?.alive ? { pid: process.pid, searching: process.searching } : null;
  }

  /**
   * The computer's move in UCI, with castling as king takes rook. The game must not be over.
   * @param begin called when the search leaves the queue; if it throws, the search does not start
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
   * The evaluation for the side to move, in centipawns.
   * @param begin as for {@link bestMove}
   * @throws RookeryError as {@link bestMove}
   */
  async evaluate(game: GameSoFar, begin?: () => Promise<void>): Promise<number> {
    const { score } = await this.#search(game, EVALUATION, () => [], begin);
    return score;
  }

  /** Stops the engine permanently; running and queued searches fail. */
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

  /** Runs one search from the queue, with one retry, and then pauses. */
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

  /** Asks the engine for its variants. */
  async #ask(): Promise<readonly Variant[]> {
    return this.#busy(() => this.#once(async ({ abilities }) => [...abilities.names.keys()]));
  }

  /** Measures the work for the pause that follows, and stops the engine when it stays idle. */
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

  /** @throws RookeryError `variant_unavailable`, which does not count as an engine failure */
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
