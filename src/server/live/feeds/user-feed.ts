import type { MyGamesUpdate } from '../../../contract/lobby/my-games.ts';
import { concerns } from '../../../contract/lobby/my-games-fold.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { AsyncQueue } from '../bus/async-queue.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { GameNews } from '../bus/topics.ts';

/** The maximum number of unfinished games in a snapshot. */
const SHOWN = 200;

/** Changes in each user's games, for every page of the site: turns, challenges, games that start and end. */
export class UserFeed extends Feed {
  readonly #listeners = new Map<string, Set<(update: MyGamesUpdate | 'again') => void>>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'finder'>,
    bus: Bus,
  ) {
    super(bus);
    bus.subscribe('games', (news) => this.#onNews(news));
  }

  protected onResync(): void {
    this.#readAgain();
  }

  /** Users who are still connected receive an empty list. */
  protected onCleared(): void {
    this.#readAgain();
  }

  /** Yields a user's unfinished games, then each changed game, until `signal` aborts. */
  async *watch(username: string, signal: AbortSignal): AsyncGenerator<MyGamesUpdate, void> {
    const queue = new AsyncQueue<MyGamesUpdate | 'again'>();
    const listeners = this.#listeners.get(username) ?? new Set();
    this.#listeners.set(username, listeners.add(queue.push));
    try {
      yield await this.#snapshot(username);
      for await (const update of queue.items(signal)) {
        yield update === 'again' ? await this.#snapshot(username) : update;
      }
    } finally {
      listeners.delete(queue.push);
      if (listeners.size === 0 && this.#listeners.get(username) === listeners) {
        this.#listeners.delete(username);
      }
    }
  }

  async #snapshot(username: string): Promise<MyGamesUpdate> {
    const games = await this.dataAccess.finder.unfinishedOf(username, SHOWN);
    return { type: 'snapshot', games };
  }

  #readAgain(): void {
    for (const listeners of this.#listeners.values())
      for (const listener of listeners) listener('again');
  }

  #onNews({ game, statusChanged }: GameNews): void {
    const { whiteUsername, blackUsername, setup } = game;
    const names = new Set([whiteUsername, blackUsername, setup.host?.username, setup.invited]);
    const update: MyGamesUpdate = {
      type: 'changed',
      game,
      began: statusChanged && game.status === 'playing',
    };
    for (const name of names) {
      if (!name || !concerns(game, name)) continue;
      for (const listener of this.#listeners.get(name) ?? []) listener(update);
    }
  }
}
