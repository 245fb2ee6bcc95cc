import type { RookeryClient } from '../../client/index.ts';
import type { GameEvent, GameView } from '../../contract/game/index.ts';

/** A watcher of a game, with everything it received. */
export interface Watcher {
  /** The events from `watchGame`, in order; null stands for the initial view. */
  readonly events: readonly (GameEvent | null)[];
  /** The numbers of the events that the server sent, in order, before the client filters them. */
  readonly raw: readonly number[];
  /** The view after the last event. */
  view(): GameView | null;
  /** Resolves when both have reached the event with this number; rejects on an error. */
  seen(number: number): Promise<void>;
  stop(): void;
}

/** Watches a game through the client, and separately its raw events from the first on. */
export function watchWith(client: RookeryClient, gameID: number): Watcher {
  const events: (GameEvent | null)[] = [];
  const raw: number[] = [];
  let view: GameView | null = null;
  let failure: unknown = null;
  let look = () => {};
  const fail = (error: unknown) => {
    failure = error;
    look();
  };
  const stop = client.watchGame(
    gameID,
    (next, event) => {
      view = next;
      events.push(event);
      look();
    },
    fail,
  );
  const subscription = client.api.game.events.subscribe(
    { gameID },
    {
      onData({ data }) {
        raw.push(data.number);
        look();
      },
      onError: fail,
    },
  );
  return {
    events,
    raw,
    view: () => view,
    seen: (number) =>
      new Promise<void>((resolve, reject) => {
        look = () => {
          if (failure) reject(failure);
          else if ((view?.lastEvent ?? 0) >= number && (raw.at(-1) ?? 0) >= number) resolve();
        };
        look();
      }),
    stop() {
      stop();
      subscription.unsubscribe();
    },
  };
}
