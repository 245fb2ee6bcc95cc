import { randomUUID } from 'node:crypto';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Thought } from '../data-access/game/engine-leases.ts';
import { Elsewhere } from './computer-scheduler.ts';

/** A process that has not done with a thought after so long may have died, in milliseconds; 1,200 is the usual most. @internal exported for its tests */
export const CLAIM_MS = 5000;

/** The games that this process thinks about. Of several processes one at a time thinks about each. */
export class Claims {
  readonly #thinker = randomUUID();
  /** How many thoughts there are about each game; what is claimed is let go of after the last. */
  readonly #thoughts = new Map<number, number>();

  /** @param now milliseconds since 1970 */
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'engineLeases'>,
    private readonly now: () => number,
  ) {}

  /**
   * Thinks, and does what comes of it.
   * @param work calls `claim` before it begins to think
   * @throws Elsewhere out of `claim` when another process has that position, or the game has moved on
   */
  async during<T>(thought: Thought, work: (claim: () => Promise<void>) => Promise<T>): Promise<T> {
    const { gameID } = thought;
    this.#thoughts.set(gameID, (this.#thoughts.get(gameID) ?? 0) + 1);
    let isClaimed = false;
    try {
      return await work(async () => {
        const nowMs = this.now();
        const { engineLeases } = this.dataAccess;
        isClaimed = await engineLeases.claim(thought, this.#thinker, nowMs, nowMs + CLAIM_MS);
        if (!isClaimed) throw new Elsewhere();
      });
    } finally {
      const others = (this.#thoughts.get(gameID) ?? 1) - 1;
      if (others > 0) this.#thoughts.set(gameID, others);
      else {
        this.#thoughts.delete(gameID);
        // Where it can't, the claim runs out.
        if (isClaimed)
          await this.dataAccess.engineLeases.release(gameID, this.#thinker).catch(() => {});
      }
    }
  }
}
