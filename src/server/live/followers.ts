import { RookeryError } from '../../contract/errors.ts';
import type { GameEvent, Presence } from '../../contract/game.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus } from './bus.ts';
import { type GameCache, unknownGame } from './game-cache.ts';
import { Mailbox } from './mailbox.ts';
import type { PresenceBoard } from './presence.ts';
import { eventsAfter } from './replay.ts';

export interface FollowersParts {
  readonly dataAccess: Pick<DataAccess, 'loadGame'>;
  readonly bus: Bus;
  readonly cache: GameCache;
  readonly presence: PresenceBoard;
}

/** Those who follow games: players and spectators alike. */
export class Followers {
  constructor(private readonly parts: FollowersParts) {}

  /** See `LiveGames.events`; without a `viewer` nobody is counted as present. */
  async *events(
    gameID: number,
    after: number,
    viewer: string | null | undefined,
    signal: AbortSignal,
    wasLost: () => boolean,
  ): AsyncGenerator<GameEvent, void> {
    const { bus, cache } = this.parts;
    const mailbox = new Mailbox<GameEvent | 'cleared'>();
    const stops = [
      bus.subscribe(`game:${gameID}`, mailbox.push),
      bus.subscribe('sessions', (news) => news.type === 'cleared' && mailbox.push('cleared')),
    ];
    try {
      let { lastEvent } = await cache.read(gameID);
      // The viewer may come from another process that wrote more than this one has heard of.
      if (after > lastEvent) ({ lastEvent } = await cache.refresh(gameID));
      if (after > lastEvent) {
        const detail = `the game has only ${lastEvent} events`;
        throw new RookeryError('bad_request', { field: 'lastEventId', detail });
      }
      stops.push(this.#watch(gameID, viewer, wasLost));
      let last = after;
      if (after < lastEvent) {
        for (const event of await this.backlog(gameID, after)) {
          last = event.number;
          yield event;
        }
      }
      for await (const item of mailbox.items(signal)) {
        if (item === 'cleared') throw unknownGame(gameID, 'all games were removed');
        if (item.number <= last) continue;
        const missed = item.number === last + 1 ? [item] : await this.backlog(gameID, last);
        for (const event of missed) {
          last = event.number;
          yield event;
        }
      }
    } finally {
      for (const stop of stops) stop();
    }
  }

  /** See `LiveGames.presence`. */
  async *present(gameID: number, signal: AbortSignal): AsyncGenerator<Presence, void> {
    const { bus, cache, presence } = this.parts;
    const mailbox = new Mailbox<Presence>();
    const stop = bus.subscribe(`presence:${gameID}`, mailbox.push);
    try {
      yield presence.of(await cache.read(gameID));
      yield* mailbox.items(signal);
    } finally {
      stop();
    }
  }

  /** The stored events after number `after`, as they were told at the time. */
  async backlog(gameID: number, after: number): Promise<GameEvent[]> {
    const stored = await this.parts.dataAccess.loadGame(gameID);
    if (!stored) throw unknownGame(gameID);
    return eventsAfter(stored, after);
  }

  #watch(gameID: number, viewer: string | null | undefined, wasLost: () => boolean): () => void {
    const entry = this.parts.cache.entry(gameID);
    entry.watchers++;
    const leave = viewer === undefined ? null : this.parts.presence.enter(gameID, viewer);
    return () => {
      entry.watchers--;
      leave?.(!wasLost());
    };
  }
}
