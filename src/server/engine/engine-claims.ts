import { randomUUID } from 'node:crypto';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Thought } from '../data-access/game/engine-leases.ts';
import { ClaimedElsewhere } from './computer-scheduler.ts';

/** How long a search may be claimed, in milliseconds: after that its process may have died; usual searches take up to 1,200. @internal exported for its tests */
export const CLAIM_MS = 5000;

/** The games that this process searches. Of several processes only one searches a game at a time. */
export class Claims {
  readonly #owner = randomUUID();
  /** How many searches of each game run; the claim is released after the last. */
  readonly #thoughts = new Map<number, number>();

  /** @param now milliseconds since 1970 */
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'engineLeases'>,
    private readonly now: () => number,
  ) {}

  /**
   * Runs a search and its move.
   * @param work calls `claim` before it searches
   * @throws ClaimedElsewhere from `claim` when another process has claimed the position, or the game has moved on
   */
  async during<T>(thought: Thought, work: (claim: () => Promise<void>) => Promise<T>): Promise<T> {
    const { gameID } = thought;
    this.#thoughts.set(gameID, (this.#thoughts.get(gameID) ?? 0) + 1);
    let isClaimed = false;
    try {
      return await work(async () => {
        const nowMs = this.now();
        const { engineLeases } = this.dataAccess;
        isClaimed = await engineLeases.claim(thought, this.#owner, nowMs, nowMs + CLAIM_MS);
        if (!isClaimed) throw new ClaimedElsewhere();
      });
    } finally {
      const others = (this.#thoughts.get(gameID) ?? 1) - 1;
      if (others > 0) this.#thoughts.set(gameID, others);
      else {
        this.#thoughts.delete(gameID);
        // If this fails, the claim expires.
        if (isClaimed)
          await this.dataAccess.engineLeases.release(gameID, this.#owner).catch(() => {});
      }
    }
  }
}
