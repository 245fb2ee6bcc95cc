import type { Presence } from '../../contract/game.ts';
import type { Bus } from './bus.ts';
import { Crowd } from './crowd.ts';
import type { ViewerNews } from './topics.ts';

/** Who plays. */
export interface Seats {
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
}

/** So many viewers, or games, go into one message of a list. */
const LIST_LENGTH = 1000;

/**
 * Who is connected to which game, over all processes that share the bus. A user counts once however many windows are
 * open. Each process tells who comes to it and goes from it, and all it has whenever one of them asks.
 */
export class PresenceBoard {
  /** Everyone: each connection here is counted, and each viewer once more for every other process they are at. */
  readonly #all = new Crowd();
  /** Connections to this process. */
  readonly #own = new Crowd();
  /** The viewers at other processes, by process. */
  readonly #others = new Map<string, Crowd>();
  /** Lists that are being received, by process. */
  readonly #arriving = new Map<string, Crowd>();
  #asked = false;

  /** Tells anonymous viewers apart; no username begins with "?". */
  #anonymous = 0;

  /** @param seatsOf who plays at this moment, as far as it is known here */
  constructor(
    private readonly bus: Bus,
    private readonly seatsOf: (gameID: number) => Seats,
  ) {
    bus.subscribe('viewers', (news) => this.#hear(news));
    bus.subscribe('peers', (peer) => {
      if (peer.type === 'left') this.#replace(peer.id, new Crowd());
      else this.#answer();
    });
  }

  /**
   * Counts a connection in, and tells everyone.
   * @param viewer a username, or null for somebody not signed in
   * @returns a function that counts it out again
   */
  enter(gameID: number, viewer: string | null): () => void {
    const key = viewer ?? `?${this.bus.id}-${this.#anonymous++}`;
    const process = this.bus.id;
    if (this.#own.add(gameID, key)) {
      this.bus.publish('viewers', { type: 'came', process, gameID, viewer: key });
    }
    if (this.#all.add(gameID, key)) this.#changed(gameID);
    return () => {
      if (this.#own.remove(gameID, key)) {
        this.bus.publish('viewers', { type: 'left', process, gameID, viewer: key });
      }
      if (this.#all.remove(gameID, key)) this.#changed(gameID);
    };
  }

  /** Tells those who follow the game in this process. */
  tell(gameID: number, seats: Seats): void {
    this.bus.publish(`presence:${gameID}`, this.of(gameID, seats));
  }

  of(gameID: number, { whiteUsername, blackUsername }: Seats): Presence {
    const here = (username: string | null) => username !== null && this.#all.has(gameID, username);
    const [white, black] = [here(whiteUsername), here(blackUsername)];
    const players = new Set([white && whiteUsername, black && blackUsername].filter(Boolean)).size;
    return { white, black, spectators: this.#all.size(gameID) - players };
  }

  #changed(gameID: number): void {
    this.tell(gameID, this.seatsOf(gameID));
  }

  #hear(news: ViewerNews): void {
    const { process } = news;
    if (news.type === 'list') {
      const begun = news.piece > 0 ? this.#arriving.get(process) : undefined;
      const arriving = begun ?? new Crowd();
      for (const [gameID, viewers] of news.games) {
        for (const viewer of viewers) arriving.add(gameID, viewer);
      }
      if (news.more) this.#arriving.set(process, arriving);
      else this.#replace(process, arriving);
      return;
    }
    const { gameID, viewer } = news;
    const theirs = this.#others.get(process) ?? new Crowd();
    this.#others.set(process, theirs);
    if (news.type === 'came') {
      // A list may have named them already.
      if (theirs.has(gameID, viewer)) return;
      theirs.add(gameID, viewer);
      if (this.#all.add(gameID, viewer)) this.#changed(gameID);
    } else if (theirs.remove(gameID, viewer) && this.#all.remove(gameID, viewer)) {
      this.#changed(gameID);
    }
  }

  /** Takes a process's whole list in the place of what was known of it. */
  #replace(process: string, list: Crowd): void {
    const before = this.#others.get(process) ?? new Crowd();
    this.#arriving.delete(process);
    this.#others.set(process, list);
    const changed = new Set<number>();
    // First who comes, then who goes: nobody who stays seems to be away in between.
    for (const [gameID, viewers] of list) {
      for (const viewer of viewers) if (this.#all.add(gameID, viewer)) changed.add(gameID);
    }
    for (const [gameID, viewers] of before) {
      for (const viewer of viewers) if (this.#all.remove(gameID, viewer)) changed.add(gameID);
    }
    if (list.empty) this.#others.delete(process);
    for (const gameID of changed) this.#changed(gameID);
  }

  /** Tells all who are connected here; several who ask at one moment get one answer. */
  #answer(): void {
    if (this.#asked) return;
    this.#asked = true;
    setImmediate(() => {
      this.#asked = false;
      const process = this.bus.id;
      let games: [number, string[]][] = [];
      let length = 0;
      let piece = 0;
      for (const [gameID, viewers] of this.#own) {
        for (let from = 0; from < viewers.length; from += LIST_LENGTH) {
          const some = viewers.slice(from, from + LIST_LENGTH);
          games.push([gameID, some]);
          length += some.length;
          if (length < LIST_LENGTH) continue;
          this.bus.publish('viewers', { type: 'list', process, games, piece: piece++, more: true });
          games = [];
          length = 0;
        }
      }
      this.bus.publish('viewers', { type: 'list', process, games, piece, more: false });
    });
  }
}
