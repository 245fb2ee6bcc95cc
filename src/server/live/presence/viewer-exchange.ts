import type { Bus } from '../bus/bus.ts';
import type { ViewerNews } from '../bus/topics.ts';
import { ViewerCounts } from './viewer-counts.ts';

/** The approximate number of viewers in one message. */
const LIST_LENGTH = 1000;

export interface ViewerExchangeParts {
  readonly bus: Bus;
  /** A viewer has connected to another process. */
  readonly onCame: (gameID: number, viewer: string) => void;
  /** A viewer has left another process. `closed`: the page was closed, rather than the connection lost. */
  readonly onLeft: (gameID: number, viewer: string, closed: boolean) => void;
}

type ViewerList = Extract<ViewerNews, { type: 'list' }>;

/**
 * Exchanges viewers between processes. Each process sends its arrivals and departures, and its whole list on request.
 * The bus requests lists when messages may have been lost.
 */
export class ViewerExchange {
  /** Connections to this process. */
  readonly #own = new ViewerCounts();
  /** The viewers of the other processes, by process. */
  readonly #others = new Map<string, ViewerCounts>();
  /** Incomplete lists, by process. */
  readonly #arriving = new Map<string, ViewerCounts>();
  #isAnswering = false;

  constructor(private readonly parts: ViewerExchangeParts) {
    const { bus } = parts;
    bus.subscribe('viewers', (news) => this.#onNews(news));
    bus.subscribe('peers', (peer) => {
      if (peer.type === 'left') this.#replace(peer.id, new ViewerCounts());
      else this.#answer();
    });
  }

  /** A viewer has connected to this process. */
  enter(gameID: number, viewer: string): void {
    if (!this.#own.add(gameID, viewer)) return;
    const { bus } = this.parts;
    bus.publish('viewers', { type: 'came', process: bus.id, gameID, viewer });
  }

  /** @param closed the page was closed, rather than the connection lost */
  leave(gameID: number, viewer: string, closed: boolean): void {
    if (!this.#own.remove(gameID, viewer)) return;
    const { bus } = this.parts;
    bus.publish('viewers', { type: 'left', process: bus.id, gameID, viewer, closed });
  }

  #onNews(news: ViewerNews): void {
    switch (news.type) {
      case 'list':
        this.#receive(news);
        return;
      case 'came': {
        const theirs = this.#viewersOf(news.process);
        // A list may have contained the viewer already.
        if (theirs.has(news.gameID, news.viewer)) return;
        theirs.add(news.gameID, news.viewer);
        this.parts.onCame(news.gameID, news.viewer);
        return;
      }
      case 'left':
        if (this.#viewersOf(news.process).remove(news.gameID, news.viewer)) {
          this.parts.onLeft(news.gameID, news.viewer, news.closed);
        }
        return;
      default:
        news satisfies never;
    }
  }

  #viewersOf(process: string): ViewerCounts {
    const known = this.#others.get(process);
    if (known) return known;
    const made = new ViewerCounts();
    this.#others.set(process, made);
    return made;
  }

  #receive({ process, games, piece: chunk, more }: ViewerList): void {
    const begun = chunk > 0 ? this.#arriving.get(process) : undefined;
    const arriving = begun ?? new ViewerCounts();
    for (const [gameID, viewers] of games) {
      for (const viewer of viewers) arriving.add(gameID, viewer);
    }
    if (more) this.#arriving.set(process, arriving);
    else this.#replace(process, arriving);
  }

  /** Replaces all viewers of a process. */
  #replace(process: string, list: ViewerCounts): void {
    const { onCame, onLeft } = this.parts;
    const before = this.#others.get(process) ?? new ViewerCounts();
    this.#arriving.delete(process);
    this.#others.set(process, list);
    // Arrivals first: a viewer who stays must not count as gone in between.
    for (const [gameID, viewers] of list) for (const viewer of viewers) onCame(gameID, viewer);
    for (const [gameID, viewers] of before) {
      for (const viewer of viewers) onLeft(gameID, viewer, false);
    }
    if (list.empty) this.#others.delete(process);
  }

  /** Sends the viewers of this process; requests within one tick share an answer. */
  #answer(): void {
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    setImmediate(() => {
      this.#isAnswering = false;
      const { bus } = this.parts;
      const lists = [...listsOf(this.#own)];
      for (const [chunk, games] of lists.entries()) {
        const more = chunk < lists.length - 1;
        bus.publish('viewers', { type: 'list', process: bus.id, games, piece: chunk, more });
      }
    });
  }
}

/** Splits viewers into lists of about {@link LIST_LENGTH}; without viewers, one empty list. */
function* listsOf(counts: ViewerCounts): Generator<ViewerList['games'], void> {
  let games: ViewerList['games'] = [];
  let length = 0;
  for (const [gameID, viewers] of counts) {
    for (let from = 0; from < viewers.length; from += LIST_LENGTH) {
      const some = viewers.slice(from, from + LIST_LENGTH);
      games.push([gameID, some]);
      length += some.length;
      if (length < LIST_LENGTH) continue;
      yield games;
      games = [];
      length = 0;
    }
  }
  yield games;
}
