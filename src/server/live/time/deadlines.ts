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
  readonly #heap: Due[] = [];
  readonly #current = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;
  #closed = false;

  /**
   * @param now milliseconds since 1970
   * @param onDue is told of a game at its time, once
   */
  constructor(
    private readonly now: () => number,
    private readonly onDue: (gameID: number) => void,
  ) {}

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
    this.#push({ gameID, atMs });
    if (this.#heap.length > 64 && this.#heap.length > 4 * this.#current.size) this.#rebuild();
    this.#arm();
  }

  clear(): void {
    this.#heap.length = 0;
    this.#current.clear();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.clear();
  }

  /** Tells of all that are due. */
  #run(): void {
    this.#timerAtMs = Number.POSITIVE_INFINITY;
    const nowMs = this.now();
    for (let first = this.#heap[0]; first && first.atMs <= nowMs; first = this.#heap[0]) {
      this.#pop();
      if (this.#current.get(first.gameID) !== first.atMs) continue;
      this.#current.delete(first.gameID);
      this.onDue(first.gameID);
    }
    this.#arm();
  }

  #arm(): void {
    const first = this.#heap[0];
    if (this.#closed || !first || first.atMs >= this.#timerAtMs) return;
    clearTimeout(this.#timer);
    this.#timerAtMs = first.atMs;
    // Rounded up: a timer that is early would have to be set again.
    const delayMs = Math.min(Math.max(0, Math.ceil(first.atMs - this.now())), LONGEST_MS);
    this.#timer = setTimeout(() => this.#run(), delayMs);
    this.#timer.unref();
  }

  /** Lets go of replaced entries where they have become most of the heap. */
  #rebuild(): void {
    this.#heap.length = 0;
    for (const [gameID, atMs] of this.#current) this.#push({ gameID, atMs });
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfLater(parent, index)) break;
      index = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      if (left >= heap.length) return;
      const child = this.#atMs(left + 1) < this.#atMs(left) ? left + 1 : left;
      if (!this.#swapIfLater(index, child)) return;
      index = child;
    }
  }

  /** Puts the entry at `above` below the one at `below` if it is due later. */
  #swapIfLater(above: number, below: number): boolean {
    const [a, b] = [this.#heap[above], this.#heap[below]];
    if (!a || !b || a.atMs <= b.atMs) return false;
    this.#heap[above] = b;
    this.#heap[below] = a;
    return true;
  }

  #atMs = (index: number): number => this.#heap[index]?.atMs ?? Number.POSITIVE_INFINITY;
}
