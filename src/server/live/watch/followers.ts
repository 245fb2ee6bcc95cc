import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { GameEvent, Presence } from '../../../contract/game/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { type GameState, sidesOf } from '../../game/state.ts';
import { AsyncQueue } from '../bus/async-queue.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { PresenceBoard } from '../presence/presence.ts';
import type { GameCache } from '../store/game-cache.ts';
import { storedEvents, unknownGame } from '../store/stored-events.ts';
import { Broadcaster } from './broadcaster.ts';
import { type Backlog, Follower, type Listener } from './follower.ts';

export interface FollowersParts {
  readonly dataAccess: Pick<DataAccess, 'loadGame'>;
  readonly bus: Bus;
  readonly cache: GameCache;
  readonly presence: PresenceBoard;
}

/** The options of a subscription to a game. */
export interface Following {
  /** The number of the last event that the viewer knows. */
  readonly after: number;
  /** The username to count as present; null for an anonymous viewer, undefined to count nobody. */
  readonly viewer: string | null | undefined;
  /** Called at the end: whether the connection broke, rather than the page being closed (E-6). Default: no. */
  readonly wasLost?: () => boolean;
}

/** The subscriptions of players and spectators to games. */
export class Followers extends Feed {
  readonly #broadcasters = new Map<
    number,
    { readonly broadcaster: Broadcaster; readonly stop: () => void }
  >();

  /** Each ends one subscription to the presence of a game. */
  readonly #presenceEnds = new Set<() => void>();

  readonly #backlog: Backlog = (gameID, after) =>
    storedEvents(this.parts.dataAccess, gameID, after);

  constructor(private readonly parts: FollowersParts) {
    super(parts.bus);
  }

  /** Nothing to do: followed games are in memory, and their missed events are published when they are read again. */
  protected onResync(): void {}

  protected onCleared(): void {
    for (const [gameID, { broadcaster }] of this.#broadcasters) {
      broadcaster.fail(() => unknownGame(gameID, 'removed'));
    }
    for (const end of this.#presenceEnds) end();
  }

  /**
   * A game's events after number `after`, then live, without gap or repetition (T-1).
   * @returns a function that ends the subscription
   */
  listen(gameID: number, following: Following, listener: Listener): () => void {
    const { after, viewer } = following;
    const follower = new Follower(gameID, after, listener, this.#backlog);
    const { broadcaster } = this.#broadcasterOf(gameID);
    broadcaster.add(follower);
    let leave = () => {};
    const begin = async () => {
      const state = await this.#reaching(gameID, after);
      if (follower.over) return;
      leave = this.#watch(gameID, following);
      // An undefined viewer is a transport that distributes the events itself.
      const isFirst = viewer === undefined || (viewer && sidesOf(state, viewer).length > 0);
      if (isFirst) broadcaster.prefer(follower);
      follower.begin(state.lastEvent);
    };
    begin().catch((error) => follower.fail(error));
    return () => {
      follower.end();
      this.#remove(gameID, follower);
      leave();
      leave = () => {};
    };
  }

  /** See `LiveGames.events`. */
  async *events(
    gameID: number,
    following: Following,
    signal: AbortSignal,
  ): AsyncGenerator<GameEvent, void> {
    const queue = new AsyncQueue<GameEvent | { readonly failed: unknown }>();
    const fail = (error: unknown) => queue.push({ failed: error });
    const stop = this.listen(gameID, following, { give: queue.push, fail });
    try {
      for await (const item of queue.items(signal)) {
        if ('failed' in item) throw item.failed;
        yield item;
      }
    } finally {
      stop();
    }
  }

  /** See `LiveGames.presence`. */
  async *present(gameID: number, signal: AbortSignal): AsyncGenerator<Presence, void> {
    const { bus, cache, presence } = this.parts;
    const queue = new AsyncQueue<Presence | 'removed'>();
    const stop = bus.subscribe(`presence:${gameID}`, queue.push);
    const end = () => queue.push('removed');
    this.#presenceEnds.add(end);
    try {
      yield presence.of(await cache.read(gameID));
      for await (const present of queue.items(signal)) {
        if (present === 'removed') throw unknownGame(gameID, 'removed');
        yield present;
      }
    } finally {
      stop();
      this.#presenceEnds.delete(end);
    }
  }

  /** Reads the game up to event `after`: a viewer who comes from another process may know more than this one. */
  async #reaching(gameID: number, after: number): Promise<GameState> {
    const { cache } = this.parts;
    const known = await cache.read(gameID);
    const state = after > known.lastEvent ? await cache.refresh(gameID) : known;
    if (after <= state.lastEvent) return state;
    throw new RookeryError('bad_request', {
      field: 'lastEventId',
      problem: problem('game.events', { events: state.lastEvent }),
    });
  }

  #broadcasterOf(gameID: number) {
    const known = this.#broadcasters.get(gameID);
    if (known) return known;
    const broadcaster = new Broadcaster();
    const stop = this.parts.bus.subscribe(`game:${gameID}`, (event) => broadcaster.send(event));
    const made = { broadcaster, stop };
    this.#broadcasters.set(gameID, made);
    return made;
  }

  #remove(gameID: number, follower: Follower): void {
    const known = this.#broadcasters.get(gameID);
    known?.broadcaster.remove(follower);
    if (!known?.broadcaster.isAlone) return;
    known.stop();
    this.#broadcasters.delete(gameID);
  }

  #watch(gameID: number, { viewer, wasLost }: Following): () => void {
    const entry = this.parts.cache.entry(gameID);
    entry.watchers++;
    const leave = viewer === undefined ? null : this.parts.presence.enter(gameID, viewer);
    return () => {
      entry.watchers--;
      leave?.(!wasLost?.());
    };
  }
}
