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

/** What is shown to whoever wants no games in particular; kept also while nobody looks. */
const ALL: OpenSelection = {};

/**
 * The lobby, live: kept in memory from the news of games, told as differences, many at a time. Those who look for the same
 * open games share a page of them ({@link LobbyPage}), which is there while somebody looks at it; it is read when somebody
 * comes, and again when most of it is gone. So neither what is kept nor what is told grows with the number of open games,
 * and a move in a game that the lobby does not show costs nothing.
 */
export class LobbyFeed extends Feed {
  readonly #pages = new Map<string, Entry>();
  /** The page of {@link ALL} once it is read. */
  #all: LobbyPage | null = null;
  /** Something may not have been heard: it is read again. */
  #stale = false;
  #flushing: Promise<void> | null = null;
  #changed = new Map<number, GameSummary>();
  /** The last event known of each game that has changed: news of several processes come in any order. */
  readonly #lastEvents = new Map<number, number>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'getLobby' | 'finder'>,
    bus: Bus,
  ) {
    super(bus);
    bus.subscribe('games', (news) => this.#hear(news));
  }

  /** The next {@link flush} reads the lobby again. */
  protected onResync(): void {
    this.#stale = true;
  }

  protected onCleared(): void {
    void this.#reset();
  }

  /** The lobby as it is now, at most one {@link flush} old. */
  async current(selection: OpenSelection = ALL): Promise<Lobby> {
    const key = keyOf(selection);
    const kept = key === keyOf(ALL) ? this.#entry(selection) : this.#pages.get(key);
    return (await (kept?.page ?? this.#read(selection))).lobby;
  }

  /** The lobby once, then what changes, until `signal` aborts. */
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

  /** Tells everyone what has changed since the last time. */
  flush(): Promise<void> {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null;
    });
    return this.#flushing;
  }

  async #flush(): Promise<void> {
    if (!this.#stale && this.#changed.size === 0) return;
    // A page that is being read may or may not know of these; one that is asked for from now on does.
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

  #hear({ game, lastEvent, statusChanged }: GameNews): void {
    const { gameID, status } = game;
    if (this.#pages.size === 0 || lastEvent < (this.#lastEvents.get(gameID) ?? 0)) return;
    const matters = statusChanged || status === 'open' || (this.#all?.shows(gameID) ?? true);
    if (!matters) return;
    this.#changed.set(gameID, game);
    this.#lastEvents.set(gameID, lastEvent);
  }

  /** Shows everyone the lobby as it is stored, if that is another than was shown. */
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

  /** Brings what comes after the games that are gone. */
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
    // Whoever comes next tries again.
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

/** The same for the same selection, in whatever order its parts stand. */
const keyOf = ({ speed, variant, rated, near, after }: OpenSelection): string =>
  JSON.stringify([speed, variant, rated, near, after?.changedAtMs, after?.gameID]);
