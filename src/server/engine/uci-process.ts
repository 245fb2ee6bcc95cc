import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** How an engine is started. */
export interface EngineCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** What a search found. */
export interface Found {
  readonly uci: string;
  /** In centipawns, for the side to move; a mate counts as 100,000 less the moves to it. */
  readonly score: number;
}

/** The engine has died, said nothing for too long, or said something that can't be. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

const MATE = 100_000;

/** One engine in a process of its own: lines of the UCI protocol over its standard input and output. */
export class UciProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  /** Takes the next line in, or the reason why there will be none. */
  #listener: ((line: string | EngineFailure) => void) | null = null;
  #failure: EngineFailure | null = null;

  private constructor({ file, args }: EngineCommand) {
    this.#child = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
    this.#child.on('error', ({ message }) => this.#fail(`it can’t be started: ${message}`));
    this.#child.on('exit', (code, signal) => this.#fail(`it ended (${signal ?? `exit ${code}`})`));
    // A dead engine's pipe: its exit says so.
    this.#child.stdin.on('error', () => {});
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#listener?.(line));
    yieldToOthers(this.#child.pid);
  }

  /**
   * Starts an engine and waits until it is ready.
   * @param patienceMs how long it may take
   * @throws EngineFailure
   */
  static async start(command: EngineCommand, patienceMs: number): Promise<UciProcess> {
    const engine = new UciProcess(command);
    let knowsChess960 = false;
    await engine.#talk(['uci'], patienceMs, (line) => {
      knowsChess960 ||= line.startsWith('option name UCI_Chess960 ');
      return line === 'uciok' || undefined;
    });
    if (!knowsChess960) throw engine.#fail('it doesn’t know the option UCI_Chess960');
    const lines = ['setoption name UCI_Chess960 value true', 'isready'];
    await engine.#talk(lines, patienceMs, (line) => line === 'readyok' || undefined);
    return engine;
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
   * Sends lines that end in a search, one at a time.
   * @throws EngineFailure; the process is gone then
   */
  search(lines: readonly string[], patienceMs: number): Promise<Found> {
    let score = 0;
    return this.#talk(lines, patienceMs, (line) => {
      if (line.startsWith('info ')) score = scoreOf(line) ?? score;
      const uci = /^bestmove (\S+)/.exec(line)?.[1];
      if (uci === undefined) return undefined;
      if (!/^[a-h][1-8][a-h][1-8][qrbn]?$/.test(uci)) throw new EngineFailure(`it said “${line}”`);
      return { uci, score };
    });
  }

  kill(): void {
    this.#fail('it was stopped');
  }

  /** Sends lines and reads until one is the answer. */
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
      // Not SIGTERM: an engine that is stopped or hangs would not hear it.
      this.#child.kill('SIGKILL');
      this.#listener?.(this.#failure);
    }
    return this.#failure;
  }
}

/** The score in an `info` line; null without one, or with a mere bound. */
function scoreOf(line: string): number | null {
  const [, kind, number] = / score (cp|mate) (-?\d+)\b(?! (?:upper|lower)bound)/.exec(line) ?? [];
  if (kind === undefined || / multipv (?!1 )/.test(line)) return null;
  const value = Number(number);
  return kind === 'cp' ? value : value > 0 ? MATE - value : -MATE - value;
}

/** Games and pages come first. Not everywhere is that allowed; the engine's pauses bound it anyway. */
function yieldToOthers(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // As it was.
  }
}
