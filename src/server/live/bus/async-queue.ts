/** Queues items from callbacks, in order, for an async iteration. */
export class AsyncQueue<T> {
  readonly #waiting: T[] = [];
  #wake = () => {};

  readonly push = (item: T): void => {
    this.#waiting.push(item);
    this.#wake();
  };

  /** Yields items as they arrive, until `signal` aborts. */
  async *items(signal: AbortSignal): AsyncGenerator<T, void> {
    const onAbort = () => this.#wake();
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted) {
        if (this.#waiting.length > 0) yield this.#waiting.shift() as T;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }
}
