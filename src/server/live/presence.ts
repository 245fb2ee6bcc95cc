import type { Presence } from '../../contract/game.ts';
import type { Bus } from './bus.ts';

/** Who plays. */
export interface Seats {
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
}

/** Who is connected to which game, in this process. A user counts once however many windows are open. */
export class PresenceBoard {
  /** For each game, how many connections each viewer has; anonymous ones have a key of their own. */
  readonly #viewers = new Map<number, Map<string, number>>();

  /** Tells anonymous viewers apart; no username begins with "?". */
  #anonymous = 0;

  constructor(private readonly bus: Bus) {}

  /**
   * Counts a connection in, and tells everyone.
   * @param viewer a username, or null for somebody not signed in
   * @param seats reads who plays at this moment
   * @returns a function that counts it out again
   */
  enter(gameID: number, viewer: string | null, seats: () => Seats): () => void {
    const key = viewer ?? `?${this.#anonymous++}`;
    const viewers = this.#viewers.get(gameID) ?? new Map<string, number>();
    this.#viewers.set(gameID, viewers);
    viewers.set(key, (viewers.get(key) ?? 0) + 1);
    this.tell(gameID, seats());
    return () => {
      const left = (viewers.get(key) ?? 1) - 1;
      if (left > 0) viewers.set(key, left);
      else viewers.delete(key);
      if (viewers.size === 0 && this.#viewers.get(gameID) === viewers) this.#viewers.delete(gameID);
      this.tell(gameID, seats());
    };
  }

  tell(gameID: number, seats: Seats): void {
    this.bus.publish(`presence:${gameID}`, this.of(gameID, seats));
  }

  of(gameID: number, { whiteUsername, blackUsername }: Seats): Presence {
    const viewers = this.#viewers.get(gameID);
    const white = whiteUsername !== null && viewers?.has(whiteUsername) === true;
    const black = blackUsername !== null && viewers?.has(blackUsername) === true;
    const players = new Set([white && whiteUsername, black && blackUsername].filter(Boolean)).size;
    return { white, black, spectators: (viewers?.size ?? 0) - players };
  }
}
