import { isDeepStrictEqual } from 'node:util';
import { foldLobby, LOBBY_LENGTH } from '../../contract/fold.ts';
import type { GameSummary, Lobby, LobbyUpdate } from '../../contract/game.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus } from './bus.ts';
import { Mailbox } from './mailbox.ts';
import type { GameNews } from './topics.ts';

/**
 * The lobby, live: kept in memory from the news of games, told as differences, many at a time. A move in a game that the
 * lobby does not show costs nothing.
 */
export class LobbyFeed {
  #lobby: Promise<Lobby> | null = null;
  #shown = new Set<number>();
  /** Something may not have been heard: it is read again. */
  #stale = false;
  readonly #changed = new Map<number, GameSummary>();
  /** The last event known of each game that has changed: news of several processes come in any order. */
  readonly #lastEvents = new Map<number, number>();
  readonly #listeners = new Set<(update: LobbyUpdate) => void>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'getLobby'>,
    bus: Bus,
  ) {
    bus.subscribe('games', (news) => this.#hear(news));
    bus.subscribe('sessions', (news) => {
      if (news.type === 'cleared') this.#reset();
    });
    bus.subscribe('resync', () => {
      this.#stale = true;
    });
  }

  /** The lobby as it is now, at most one {@link flush} old. */
  current(): Promise<Lobby> {
    this.#lobby ??= this.#read();
    return this.#lobby;
  }

  /** The lobby once, then what changes, until `signal` aborts. */
  async *watch(signal: AbortSignal): AsyncGenerator<LobbyUpdate, void> {
    const mailbox = new Mailbox<LobbyUpdate>();
    this.#listeners.add(mailbox.push);
    try {
      yield { type: 'snapshot', lobby: await this.current() };
      yield* mailbox.items(signal);
    } finally {
      this.#listeners.delete(mailbox.push);
    }
  }

  /** Tells everyone what has changed since the last time. */
  async flush(): Promise<void> {
    if (this.#stale) await this.#readAgain();
    if (this.#changed.size === 0 || !this.#lobby) return;
    const games = [...this.#changed.values()];
    this.#changed.clear();
    const lobby = foldLobby(await this.#lobby, games);
    this.#show(lobby);
    for (const listener of this.#listeners) listener({ type: 'changed', games });
  }

  #hear({ game, lastEvent, statusChanged }: GameNews): void {
    const { gameID } = game;
    if (!this.#lobby || lastEvent < (this.#lastEvents.get(gameID) ?? 0)) return;
    if (!statusChanged && !this.#shown.has(gameID)) return;
    this.#changed.set(gameID, game);
    this.#lastEvents.set(gameID, lastEvent);
  }

  /** Shows everyone the lobby as it is stored, if that is another than was shown. */
  async #readAgain(): Promise<void> {
    this.#stale = false;
    if (!this.#lobby) return;
    try {
      const before = await this.#lobby;
      const lobby = await this.dataAccess.getLobby(LOBBY_LENGTH);
      if (isDeepStrictEqual(before, lobby)) return;
      this.#show(lobby);
      for (const listener of this.#listeners) listener({ type: 'snapshot', lobby });
    } catch (error) {
      this.#stale = true;
      throw error;
    }
  }

  async #read(): Promise<Lobby> {
    try {
      const lobby = await this.dataAccess.getLobby(LOBBY_LENGTH);
      this.#shown = idsOf(lobby);
      return lobby;
    } catch (error) {
      this.#lobby = null;
      throw error;
    }
  }

  #show(lobby: Lobby): void {
    this.#lobby = Promise.resolve(lobby);
    this.#shown = idsOf(lobby);
    for (const gameID of this.#lastEvents.keys()) {
      if (!this.#shown.has(gameID)) this.#lastEvents.delete(gameID);
    }
  }

  #reset(): void {
    const lobby: Lobby = { open: [], playing: [], finished: [] };
    this.#changed.clear();
    this.#show(lobby);
    for (const listener of this.#listeners) listener({ type: 'snapshot', lobby });
  }
}

const idsOf = (lobby: Lobby): Set<number> =>
  new Set([...lobby.open, ...lobby.playing, ...lobby.finished].map((game) => game.gameID));
