import { type Topics, travelsOf } from './topics.ts';

/** Carries news to everyone who listens, as far as the topic reaches. A listener must not throw. */
export interface Bus {
  /** Names this process among those that share the bus. */
  readonly id: string;
  /** No other process shares it. */
  readonly alone: boolean;
  /** Whether the other processes that share it are heard at this moment; always, when there are none. */
  readonly connected: boolean;
  publish<T extends keyof Topics>(topic: T, message: Topics[T]): void;
  /** Tells the listeners in this process only, however far the topic reaches. */
  publishHere<T extends keyof Topics>(topic: T, message: Topics[T]): void;
  /** @returns a function that stops listening */
  subscribe<T extends keyof Topics>(topic: T, listener: (message: Topics[T]) => void): () => void;
  close(): Promise<void>;
}

/** The listeners of one process. */
export class Listeners {
  readonly #listeners = new Map<string, Set<(message: never) => void>>();

  has(topic: string): boolean {
    return this.#listeners.has(topic);
  }

  /** Calls the listeners at once, in the order in which they came. */
  readonly tell = (topic: string, message: unknown): void => {
    for (const listener of this.#listeners.get(topic) ?? []) listener(message as never);
  };

  readonly add = (topic: string, listener: (message: never) => void): (() => void) => {
    const own = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, own.add(listener));
    return () => {
      own.delete(listener);
      if (own.size === 0 && this.#listeners.get(topic) === own) this.#listeners.delete(topic);
    };
  };
}

/** A bus for the only process: what is meant for others goes nowhere. */
export function createLocalBus(): Bus {
  const listeners = new Listeners();
  return {
    id: 'local',
    alone: true,
    connected: true,
    publish(topic, message) {
      if (travelsOf(topic)?.reach !== 'elsewhere') listeners.tell(topic, message);
    },
    publishHere: listeners.tell,
    subscribe: listeners.add,
    close: async () => {},
  };
}
