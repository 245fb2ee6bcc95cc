import type { Absence } from '../../game/decide/index.ts';

/** How many games are kept. When the oldest is dropped, `#beganMs` moves on, so that no absence is overstated. */
const MAX_GAMES = 10_000;

/** Since when players are away from their games, as known to this process (E-6). */
export class Absences {
  readonly #games = new Map<number, Map<string, Absence>>();
  /** Players without a known departure count as away since then. */
  #beganMs: number;

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {
    this.#beganMs = now();
  }

  arrived(gameID: number, username: string): void {
    const away = this.#games.get(gameID);
    away?.delete(username);
    if (away?.size === 0) this.#games.delete(gameID);
  }

  /** @param left true when the page was closed, false when the connection was lost */
  departed(gameID: number, username: string, left: boolean): void {
    const away = this.#games.get(gameID) ?? new Map<string, Absence>();
    this.#games.set(gameID, away.set(username, { sinceMs: this.now(), left }));
    if (this.#games.size <= MAX_GAMES) return;
    const [oldest] = this.#games;
    if (!oldest) return;
    this.#games.delete(oldest[0]);
    for (const { sinceMs } of oldest[1].values()) {
      this.#beganMs = Math.max(this.#beganMs, sinceMs);
    }
  }

  /** The absence of a player who is not connected; without a known departure, since this process began. */
  of(gameID: number, username: string): Absence {
    return this.#games.get(gameID)?.get(username) ?? { sinceMs: this.#beganMs, left: false };
  }

  forget(gameID: number): void {
    this.#games.delete(gameID);
  }

  clear(): void {
    this.#games.clear();
  }
}
