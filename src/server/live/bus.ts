import type { GameEvent, GameSummary, Presence } from '../../contract/game.ts';

/** What is told about sessions: one token has ended, or everything was cleared. */
export type SessionNews =
  | { readonly type: 'ended'; readonly tokenDigest: string }
  | { readonly type: 'cleared' };

/** What is told about games to whoever shows many: the game as it is now, and whether its status changed. */
export interface GameNews {
  readonly game: GameSummary;
  readonly statusChanged: boolean;
}

/** The topics and what each carries. */
interface Topics {
  [game: `game:${number}`]: GameEvent;
  [presence: `presence:${number}`]: Presence;
  games: GameNews;
  sessions: SessionNews;
}

/** Carries news to everyone who listens. A listener must not throw. */
export interface Bus {
  publish<T extends keyof Topics>(topic: T, message: Topics[T]): void;
  /** @returns a function that stops listening */
  subscribe<T extends keyof Topics>(topic: T, listener: (message: Topics[T]) => void): () => void;
}

/** A bus within one process: listeners are called at once, in the order in which they came. */
export function createLocalBus(): Bus {
  const listeners = new Map<keyof Topics, Set<(message: never) => void>>();
  return {
    publish(topic, message) {
      for (const listener of listeners.get(topic) ?? []) listener(message as never);
    },
    subscribe(topic, listener) {
      const own = listeners.get(topic) ?? new Set();
      listeners.set(topic, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(topic) === own) listeners.delete(topic);
      };
    },
  };
}
