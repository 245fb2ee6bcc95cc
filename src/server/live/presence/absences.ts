import type { Absence } from '../../game/decide/index.ts';

/** So many games are kept; of those left out longest ago no departure is told earlier than it was. */
const MOST_GAMES = 10_000;

/** Since when players are away from their games, as far as this process knows (E-6). */
export class Absences {
  readonly #games = new Map<number, Map<string, Absence>>();
  /** Of whom nothing is known is away since then. */
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

  /** @param left the page was closed, rather than the connection lost */
  departed(gameID: number, username: string, left: boolean): void {
    const away = this.#games.get(gameID) ?? new Map<string, Absence>();
    this.#games.set(gameID, away.set(username, { sinceMs: this.now(), left }));
    if (this.#games.size <= MOST_GAMES) return;
    const [oldest] = this.#games;
    if (!oldest) return;
    this.#games.delete(oldest[0]);
    for (const { sinceMs } of oldest[1].values()) {
      this.#beganMs = Math.max(this.#beganMs, sinceMs);
    }
  }

  /** For a player who is not connected. Who has not come since this process began is away since then. */
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
