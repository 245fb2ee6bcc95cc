import type { Bus } from './bus.ts';

/** What whoever keeps a copy of stored data does when the news of it is not enough. */
export interface ResetHandlers {
  /** Something may not have been heard. */
  readonly onResync: () => void;
  /** Everything was removed from the database. */
  readonly onCleared: () => void;
}

/** @returns a function that stops listening */
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

/** Something that lives as long as the process, and passes on or keeps what it hears on the bus. */
export abstract class Feed {
  constructor(bus: Bus) {
    subscribeToResets(bus, {
      onResync: () => this.onResync(),
      onCleared: () => this.onCleared(),
    });
  }

  /** Something may not have been heard. */
  protected abstract onResync(): void;

  /** Everything was removed from the database. */
  protected abstract onCleared(): void;
}
