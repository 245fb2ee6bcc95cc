import { randomUUID } from 'node:crypto';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Thought } from '../data-access/game/engine-leases.ts';
import { Elsewhere } from './computer-scheduler.ts';

/** A claim expires after this long, in milliseconds, in case its process died; a search rarely exceeds 1,200. @internal exported for its tests */
export const CLAIM_MS = 5000;

/** The games whose positions this process searches. Only one process at a time searches a position. */
export class Claims {
  readonly #owner = randomUUID();
  /** The number of running searches per game; the claim is released after the last. */
  readonly #thoughts = new Map<number, number>();

  /** @param now milliseconds since 1970 */
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'engineLeases'>,
    private readonly now: () => number,
  ) {}

  /**
   * Runs a search and the action that results from it.
   * @param work calls `claim` before the search starts
   * @throws Elsewhere from `claim` when another process has claimed the position, or the game has moved on
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
        if (!isClaimed) throw new Elsewhere();
      });
    } finally {
      const others = (this.#thoughts.get(gameID) ?? 1) - 1;
      if (others > 0) this.#thoughts.set(gameID, others);
      else {
        this.#thoughts.delete(gameID);
        // If the release fails, the claim expires.
        if (isClaimed)
          await this.dataAccess.engineLeases.release(gameID, this.#owner).catch(() => {});
      }
    }
  }
}
