import { foldLobby, LOBBY_LENGTH } from '../../contract/fold.ts';
import type { GameSummary, Lobby, LobbyUpdate } from '../../contract/game.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus, GameNews } from './bus.ts';
import { Mailbox } from './mailbox.ts';

/**
 * The lobby, live: kept in memory from the news of games, told as differences, many at a time. A move in a game that the
 * lobby does not show costs nothing.
 */
export class LobbyFeed {
  #lobby: Promise<Lobby> | null = null;
  #shown = new Set<number>();
  readonly #changed = new Map<number, GameSummary>();
  readonly #listeners = new Set<(update: LobbyUpdate) => void>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'getLobby'>,
    bus: Bus,
  ) {
    bus.subscribe('games', (news) => this.#hear(news));
    bus.subscribe('sessions', (news) => {
      if (news.type === 'cleared') this.#reset();
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
    if (this.#changed.size === 0 || !this.#lobby) return;
    const games = [...this.#changed.values()];
    this.#changed.clear();
    const lobby = foldLobby(await this.#lobby, games);
    this.#show(lobby);
    for (const listener of this.#listeners) listener({ type: 'changed', games });
  }

  #hear({ game, statusChanged }: GameNews): void {
    if (!this.#lobby) return;
    if (statusChanged || this.#shown.has(game.gameID)) this.#changed.set(game.gameID, game);
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
