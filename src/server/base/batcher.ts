interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions<Q, A> {
  /** Answers a batch, in its order. */
  readonly run: (questions: readonly Q[]) => Promise<readonly A[]>;
  /** Questions that share a key never share a batch: each is answered after the previous one took effect. */
  readonly keysOf?: (question: Q) => readonly unknown[];
  /**
   * The least time from the beginning of one batch to that of the next, in milliseconds, so that batches hold more under
   * load; a question that comes after a pause does not wait. Default: 0.
   */
  readonly everyMs?: number;
}

/** The largest batch. */
const MOST = 500;

/** Lets many callers share one statement and one commit: what is asked while one runs goes into the next. */
export class Batcher<Q, A> {
  #waiting: Waiting<Q, A>[] = [];
  #running = false;
  #beganAtMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: BatcherOptions<Q, A>) {}

  ask(question: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gathered();
      this.#beganAtMs = performance.now();
      await this.#answer(this.#next());
    }
    this.#running = false;
  }

  /** Resolves when the next batch may begin; what is asked in the same turn of the event loop joins it. */
  #gathered(): Promise<void> {
    const { everyMs = 0 } = this.options;
    const leftMs = this.#beganAtMs + everyMs - performance.now();
    return new Promise((resolve) => {
      if (leftMs >= 1) setTimeout(resolve, leftMs);
      else setImmediate(resolve);
    });
  }

  #next(): Waiting<Q, A>[] {
    const { keysOf } = this.options;
    const waiting = this.#waiting;
    const keys = new Set<unknown>();
    const batch: Waiting<Q, A>[] = [];
    const later: Waiting<Q, A>[] = [];
    for (const one of waiting) {
      const own = keysOf ? keysOf(one.question) : [one];
      if (batch.length < MOST && !own.some((key) => keys.has(key))) batch.push(one);
      else later.push(one);
      for (const key of own) keys.add(key);
    }
    this.#waiting = later;
    return batch;
  }

  async #answer(batch: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.options.run(batch.map(({ question }) => question));
      batch.forEach(({ resolve }, index) => {
        resolve(answers[index] as A);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      // One failing question must not fail the others.
      else await Promise.all(batch.map((one) => this.#answer([one])));
    }
  }
}
