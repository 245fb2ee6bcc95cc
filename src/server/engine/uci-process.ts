import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Variant } from '../../contract/game/index.ts';
import type { EngineGame } from '../../rules/index.ts';
import type { SearchLimits } from './levels.ts';
import { type Abilities, abilitiesIn } from './variants.ts';

/** A program and its arguments. */
export interface EngineCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** The result of a search. */
export interface Found {
  readonly uci: string;
  /** In centipawns, for the side to move; a mate counts as 100,000 minus the number of moves to it. */
  readonly score: number;
}

/** The engine exited, timed out or sent an invalid line. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

/** A move of any variant, including Antichess king promotions and Crazyhouse drops. */
const MOVE = /^(?:[a-h][1-8][a-h][1-8][qrbnk]?|[PNBRQ]@[a-h][1-8])$/;

const MATE = 100_000;

/** The position and limits of a search. */
export interface Search {
  readonly variant: Variant;
  readonly game: EngineGame;
  readonly limits: SearchLimits;
  /** The moves to choose from; absent: all. */
  readonly only?: readonly string[];
}

/** One engine in a child process that speaks UCI over its standard input and output. */
export class UciProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  /** Receives the next line, or the failure that ends the process. */
  #listener: ((line: string | EngineFailure) => void) | null = null;
  #failure: EngineFailure | null = null;
  #abilities: Abilities = abilitiesIn([]);
  /** The current `UCI_Variant`; null: never set. */
  #variantName: string | null = null;

  private constructor({ file, args }: EngineCommand) {
    this.#child = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
    this.#child.on('error', ({ message }) => this.#fail(`it can’t be started: ${message}`));
    this.#child.on('exit', (code, signal) => this.#fail(`it ended (${signal ?? `exit ${code}`})`));
    // Writing to a dead engine fails; its exit event reports that.
    this.#child.stdin.on('error', () => {});
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#listener?.(line));
    yieldToOthers(this.#child.pid);
  }

  /**
   * Starts an engine and waits until it is ready.
   * @param patienceMs the time limit, in milliseconds
   * @throws EngineFailure
   */
  static async start(command: EngineCommand, patienceMs: number): Promise<UciProcess> {
    const engine = new UciProcess(command);
    const said: string[] = [];
    await engine.#talk(['uci'], patienceMs, (line) => {
      said.push(line);
      return line === 'uciok' || undefined;
    });
    engine.#abilities = abilitiesIn(said);
    const { chess960 } = engine.#abilities;
    const lines = [...(chess960 ? ['setoption name UCI_Chess960 value true'] : []), 'isready'];
    await engine.#talk(lines, patienceMs, (line) => line === 'readyok' || undefined);
    return engine;
  }

  get abilities(): Abilities {
    return this.#abilities;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get alive(): boolean {
    return this.#failure === null;
  }

  get searching(): boolean {
    return this.#listener !== null;
  }

  /**
   * Runs a search; only one may run at a time.
   * @throws EngineFailure after which the process is dead
   */
  search(search: Search, patienceMs: number): Promise<Found> {
    const lines = [...this.#variantLines(search.variant), ...searchLines(search)];
    let score = 0;
    return this.#talk(lines, patienceMs, (line) => {
      if (line.startsWith('info ')) score = scoreOf(line) ?? score;
      const uci = /^bestmove (\S+)/.exec(line)?.[1];
      if (uci === undefined) return undefined;
      if (!MOVE.test(uci)) throw new EngineFailure(`it said “${line}”`);
      return { uci, score };
    });
  }

  kill(): void {
    this.#fail('it was stopped');
  }

  /** Sent only when the variant changes: some engines clear their hash table. */
  #variantLines(variant: Variant): string[] {
    const name = this.#abilities.names.get(variant) ?? null;
    if (name === null || name === this.#variantName) return [];
    this.#variantName = name;
    return [`setoption name UCI_Variant value ${name}`];
  }

  /** Sends lines, then reads lines until one is the answer. */
  #talk<T>(
    lines: readonly string[],
    patienceMs: number,
    answerIn: (line: string) => T | undefined,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      const timer = setTimeout(() => this.#fail(`no answer in ${patienceMs} ms`), patienceMs);
      const settle = () => {
        clearTimeout(timer);
        this.#listener = null;
      };
      this.#listener = (line) => {
        try {
          if (line instanceof EngineFailure) throw line;
          const answer = answerIn(line);
          if (answer === undefined) return;
          settle();
          resolve(answer);
        } catch (error) {
          settle();
          reject(error);
          this.#fail('its answer makes no sense');
        }
      };
      this.#child.stdin.write(`${lines.join('\n')}\n`);
    });
  }

  #fail(what: string): EngineFailure {
    if (this.#failure === null) {
      this.#failure = new EngineFailure(what);
      // A stopped or hung engine does not react to SIGTERM.
      this.#child.kill('SIGKILL');
      this.#listener?.(this.#failure);
    }
    return this.#failure;
  }
}

function searchLines({ game, limits, only = [] }: Search): string[] {
  const { initialFen, moves } = game;
  const { depth, nodes, movetimeMs } = limits;
  const among = only.length > 0 ? ` searchmoves ${only.join(' ')}` : '';
  return [
    `position fen ${initialFen}${moves.length > 0 ? ` moves ${moves.join(' ')}` : ''}`,
    `go depth ${depth} nodes ${nodes} movetime ${movetimeMs}${among}`,
  ];
}

/** The score in an `info` line; null without a score or with only a bound. */
function scoreOf(line: string): number | null {
  const [, kind, number] = / score (cp|mate) (-?\d+)\b(?! (?:upper|lower)bound)/.exec(line) ?? [];
  if (kind === undefined || / multipv (?!1 )/.test(line)) return null;
  const value = Number(number);
  return kind === 'cp' ? value : value > 0 ? MATE - value : -MATE - value;
}

/** Lowers the engine's priority below the server's. Some systems deny that; the pauses limit its load anyway. */
function yieldToOthers(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The priority stays unchanged.
  }
}
