import type { GameSummary, Lobby, LobbyUpdate } from '../../../contract/game/index.ts';
import { LOBBY_LENGTH } from '../../../contract/lobby/lobby-fold.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { OpenSelection } from '../../data-access/lobby/open-games.ts';
import { AsyncQueue } from '../bus/async-queue.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { GameNews } from '../bus/topics.ts';
import { LobbyPage } from './lobby-page.ts';

interface Entry {
  readonly page: Promise<LobbyPage>;
  watchers: number;
}

/** The selection without filters; its page is kept even without watchers. */
const ALL: OpenSelection = {};

/**
 * The live lobby: kept in memory from messages about games, and sent as differences in batches. Watchers with the same
 * selection share a {@link LobbyPage}, which exists while it is watched; it is read for its first watcher, and again
 * when most of its games are gone. So neither memory nor traffic grows with the number of open games, and a move in a
 * game that the lobby does not show costs nothing.
 */
export class LobbyFeed extends Feed {
  readonly #pages = new Map<string, Entry>();
  /** The page of {@link ALL} once it is read. */
  #all: LobbyPage | null = null;
  /** Messages may have been lost: the next {@link flush} reads all pages again. */
  #stale = false;
  #flushing: Promise<void> | null = null;
  #changed = new Map<number, GameSummary>();
  /** The last known event of each changed game: messages of several processes arrive in any order. */
  readonly #lastEvents = new Map<number, number>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'getLobby' | 'finder'>,
    bus: Bus,
  ) {
    super(bus);
    bus.subscribe('games', (news) => this.#onNews(news));
  }

  protected onResync(): void {
    this.#stale = true;
  }

  protected onCleared(): void {
    void this.#reset();
  }

  /** The current lobby, at most one {@link flush} old. */
  async current(selection: OpenSelection = ALL): Promise<Lobby> {
    const key = keyOf(selection);
    const kept = key === keyOf(ALL) ? this.#entry(selection) : this.#pages.get(key);
    return (await (kept?.page ?? this.#read(selection))).lobby;
  }

  /** Yields a snapshot of the lobby, then its changes, until `signal` aborts. */
  async *watch(
    signal: AbortSignal,
    selection: OpenSelection = ALL,
  ): AsyncGenerator<LobbyUpdate, void> {
    const key = keyOf(selection);
    const entry = this.#entry(selection);
    entry.watchers++;
    const queue = new AsyncQueue<LobbyUpdate>();
    try {
      const page = await entry.page;
      page.listeners.add(queue.push);
      try {
        yield page.snapshot;
        yield* queue.items(signal);
      } finally {
        page.listeners.delete(queue.push);
      }
    } finally {
      entry.watchers--;
      const unused = entry.watchers === 0 && key !== keyOf(ALL);
      if (unused && this.#pages.get(key) === entry) this.#pages.delete(key);
    }
  }

  /** Sends the changes since the last flush to the watchers. */
  flush(): Promise<void> {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  async #flush(): Promise<void> {
    if (!this.#stale && this.#changed.size === 0) return;
    // A page that is being read may lack these changes; one that is requested from now on has them.
    const changed = [...this.#changed.values()];
    this.#changed = new Map();
    const pages = await this.#known();
    if (this.#stale) {
      await this.#readAgain(pages);
      return;
    }
    for (const page of pages) page.change(changed);
    for (const gameID of this.#lastEvents.keys()) {
      const kept = this.#changed.has(gameID) || pages.some((page) => page.shows(gameID));
      if (!kept) this.#lastEvents.delete(gameID);
    }
    for (const page of pages) if (page.isLow) await this.#fill(page, pages);
  }

  async #known(): Promise<LobbyPage[]> {
    const entries = [...this.#pages.values()].map(({ page }) => page);
    const read = await Promise.allSettled(entries);
    return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  #onNews({ game, lastEvent, statusChanged }: GameNews): void {
    const { gameID, status } = game;
    if (this.#pages.size === 0 || lastEvent < (this.#lastEvents.get(gameID) ?? 0)) return;
    const matters = statusChanged || status === 'open' || (this.#all?.shows(gameID) ?? true);
    if (!matters) return;
    this.#changed.set(gameID, game);
    this.#lastEvents.set(gameID, lastEvent);
  }

  /** Replaces the pages that differ from the stored lobby. */
  async #readAgain(pages: readonly LobbyPage[]): Promise<void> {
    this.#stale = false;
    try {
      const all = await this.dataAccess.getLobby(LOBBY_LENGTH);
      for (const page of pages) {
        const open = page === this.#all ? all : await this.#open(page.selection);
        page.replace({ ...all, ...open });
      }
    } catch (error) {
      this.#stale = true;
      throw error;
    }
  }

  /** Reads more games for a page that is low. */
  async #fill(page: LobbyPage, pages: readonly LobbyPage[]): Promise<void> {
    if (page !== this.#all) {
      const { open, moreOpen } = await this.#open(page.selection);
      page.fill(open, moreOpen);
      return;
    }
    const { open, moreOpen, playing } = await this.dataAccess.getLobby(LOBBY_LENGTH);
    page.fill(open, moreOpen);
    const running = playing.filter(({ gameID }) => !page.shows(gameID));
    for (const one of pages) {
      one.change(running);
      one.filledPlaying(playing.length < LOBBY_LENGTH);
    }
  }

  #entry(selection: OpenSelection): Entry {
    const key = keyOf(selection);
    const known = this.#pages.get(key);
    if (known) return known;
    const entry: Entry = { page: this.#read(selection), watchers: 0 };
    this.#pages.set(key, entry);
    // The next watcher tries again.
    entry.page.catch(() => {
      if (this.#pages.get(key) === entry) this.#pages.delete(key);
    });
    return entry;
  }

  async #read(selection: OpenSelection): Promise<LobbyPage> {
    if (keyOf(selection) === keyOf(ALL)) {
      this.#all = null;
      this.#all = new LobbyPage(ALL, await this.dataAccess.getLobby(LOBBY_LENGTH));
      return this.#all;
    }
    const [all, open] = await Promise.all([this.#entry(ALL).page, this.#open(selection)]);
    return new LobbyPage(selection, { ...all.lobby, ...open });
  }

  async #open(selection: OpenSelection): Promise<Pick<Lobby, 'open' | 'moreOpen'>> {
    const found = await this.dataAccess.finder.offered(selection, LOBBY_LENGTH + 1);
    return { open: found.slice(0, LOBBY_LENGTH), moreOpen: found.length > LOBBY_LENGTH };
  }

  async #reset(): Promise<void> {
    this.#changed.clear();
    this.#lastEvents.clear();
    const nothing = { open: [], moreOpen: false, playing: [], finished: [] };
    for (const page of await this.#known()) page.replace(nothing);
  }
}

/** A key that doesn't depend on the order of the selection's properties. */
const keyOf = ({ speed, variant, rated, near, after }: OpenSelection): string =>
  JSON.stringify([speed, variant, rated, near, after?.changedAtMs, after?.gameID]);
