import type { Bus } from './bus.ts';

/** How a copy of stored data recovers when bus messages alone can't keep it up to date. */
export interface ResetHandlers {
  /** Messages may have been lost. */
  readonly onResync: () => void;
  /** The database was cleared. */
  readonly onCleared: () => void;
}

/** @returns a function that unsubscribes */
export function subscribeToResets(
  bus: Pick<Bus, 'subscribe'>,
  { onResync, onCleared }: ResetHandlers,
): () => void {
  const stopResync = bus.subscribe('resync', onResync);
  const stopCleared = bus.subscribe('sessions', ({ type }) => {
    if (type === 'cleared') onCleared();
  });
  return () => {
    stopResync();
    stopCleared();
  };
}

/** Forwards or caches bus messages for the lifetime of the process: it never unsubscribes. */
export abstract class Feed {
  constructor(bus: Bus) {
    subscribeToResets(bus, {
      onResync: () => this.onResync(),
      onCleared: () => this.onCleared(),
    });
  }

  /** Messages may have been lost. */
  protected abstract onResync(): void;

  /** The database was cleared. */
  protected abstract onCleared(): void;
}
