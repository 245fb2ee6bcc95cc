/** What listeners are given, kept in order until it is read: the bridge from callbacks to an async iteration. */
export class AsyncQueue<T> {
  readonly #waiting: T[] = [];
  #wake = () => {};

  readonly push = (item: T): void => {
    this.#waiting.push(item);
    this.#wake();
  };

  /** The items, one by one as they come, until `signal` aborts. */
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
