import TinyQueue from 'tinyqueue';

/** A heap entry. */
interface Due {
  readonly gameID: number;
  readonly atMs: number;
}

/** The longest delay of the timer, in ms: `setTimeout` overflows after 24.8 days. */
const MAX_DELAY_MS = 60_000;

/**
 * The deadlines of games: a binary heap and one timer. Setting a deadline takes O(log n), and waiting costs nothing (a
 * timer wheel would tick even with nothing due). A replaced entry stays in the heap until its time and is then skipped.
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

  /** @param onDue called once for each game at its deadline */
  start(onDue: (gameID: number) => void): void {
    this.#onDue = onDue;
    this.#arm();
  }

  /** The number of games with a deadline. */
  get size(): number {
    return this.#current.size;
  }

  /** The number of heap entries, including replaced ones. */
  get entries(): number {
    return this.#heap.length;
  }

  /** Replaces the deadline of a game; null removes it. */
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
    // Rounded up: a timer that fires early would have to be set again.
    const delayMs = Math.min(Math.max(0, Math.ceil(first.atMs - this.now())), MAX_DELAY_MS);
    this.#timer = setTimeout(() => this.#run(onDue), delayMs);
    this.#timer.unref();
  }

  /** Removes the replaced entries. */
  #rebuild(): void {
    this.#empty();
    for (const [gameID, atMs] of this.#current) this.#heap.push({ gameID, atMs });
  }

  #empty(): void {
    this.#heap.data.length = 0;
    this.#heap.length = 0;
  }
}
