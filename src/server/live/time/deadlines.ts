import TinyQueue from 'tinyqueue';

/** One entry of the heap. */
interface Due {
  readonly gameID: number;
  readonly atMs: number;
}

/** The longest time that a timer is set for: it then looks again. */
const LONGEST_MS = 60_000;

/**
 * Which game is due next. A binary heap under one timer: setting costs the logarithm of the games that wait, and games that
 * do not end cost nothing while they wait (a wheel's ticks would run whether or not anything is due). An entry that was
 * replaced stays in the heap until its time and is then passed over.
 */
export class Deadlines {
  readonly #heap = new TinyQueue<Due>([], (a, b) => a.atMs - b.atMs);
  readonly #current = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;
  /** Null before {@link start} and after {@link close}: no timer runs then. */
  #onDue: ((gameID: number) => void) | null = null;

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {}

  /** @param onDue is given a game at its time, once */
  start(onDue: (gameID: number) => void): void {
    this.#onDue = onDue;
    this.#arm();
  }

  /** How many games wait. */
  get size(): number {
    return this.#current.size;
  }

  /** How many entries are kept, those that were replaced included. */
  get entries(): number {
    return this.#heap.length;
  }

  /** Sets when a game is due in the place of what was set before; null: never. */
  set(gameID: number, atMs: number | null): void {
    if (atMs === null) {
      this.#current.delete(gameID);
      return;
    }
    if (this.#current.get(gameID) === atMs) return;
    this.#current.set(gameID, atMs);
    this.#heap.push({ gameID, atMs });
    if (this.#heap.length > 64 && this.#heap.length > 4 * this.#current.size) this.#rebuild();
    this.#arm();
  }

  clear(): void {
    this.#empty();
    this.#current.clear();
  }

  close(): void {
    this.#onDue = null;
    clearTimeout(this.#timer);
    this.clear();
  }

  #run(onDue: (gameID: number) => void): void {
    this.#timerAtMs = Number.POSITIVE_INFINITY;
    const nowMs = this.now();
    for (let first = this.#heap.peek(); first && first.atMs <= nowMs; first = this.#heap.peek()) {
      this.#heap.pop();
      if (this.#current.get(first.gameID) !== first.atMs) continue;
      this.#current.delete(first.gameID);
      onDue(first.gameID);
    }
    this.#arm();
  }

  #arm(): void {
    const first = this.#heap.peek();
    const onDue = this.#onDue;
    if (onDue === null || !first || first.atMs >= this.#timerAtMs) return;
    clearTimeout(this.#timer);
    this.#timerAtMs = first.atMs;
    // Rounded up: a timer that is early would have to be set again.
    const delayMs = Math.min(Math.max(0, Math.ceil(first.atMs - this.now())), LONGEST_MS);
    this.#timer = setTimeout(() => this.#run(onDue), delayMs);
    this.#timer.unref();
  }

  /** Lets go of replaced entries where they have become most of the heap. */
  #rebuild(): void {
    this.#empty();
    for (const [gameID, atMs] of this.#current) this.#heap.push({ gameID, atMs });
  }

  #empty(): void {
    this.#heap.data.length = 0;
    this.#heap.length = 0;
  }
}
