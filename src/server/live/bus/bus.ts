import { type Topics, travelsOf } from './topics.ts';

/** Delivers messages to the subscribers of a topic, within the topic's reach. A listener must not throw. */
export interface Bus {
  /** The ID of this process on the bus. */
  readonly id: string;
  /** True when no other process can share the bus. */
  readonly alone: boolean;
  /** Whether messages of other processes arrive at the moment; always true for a local bus. */
  readonly connected: boolean;
  publish<T extends keyof Topics>(topic: T, message: Topics[T]): void;
  /** Delivers to the listeners in this process only, whatever the topic's reach. */
  publishHere<T extends keyof Topics>(topic: T, message: Topics[T]): void;
  /** @returns a function that unsubscribes */
  subscribe<T extends keyof Topics>(topic: T, listener: (message: Topics[T]) => void): () => void;
  close(): Promise<void>;
}

/** The listeners of one process. */
export class Listeners {
  readonly #listeners = new Map<string, Set<(message: never) => void>>();

  has(topic: string): boolean {
    return this.#listeners.has(topic);
  }

  /** Calls the listeners synchronously, in the order of subscription. */
  readonly deliver = (topic: string, message: unknown): void => {
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

/** A bus for a single process: messages for other processes are dropped. */
export function createLocalBus(): Bus {
  const listeners = new Listeners();
  return {
    id: 'local',
    alone: true,
    connected: true,
    publish(topic, message) {
      if (travelsOf(topic)?.reach !== 'elsewhere') listeners.deliver(topic, message);
    },
    publishHere: listeners.deliver,
    subscribe: listeners.add,
    close: async () => {},
  };
}
