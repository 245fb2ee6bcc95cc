import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** A position in which the computer has to move. */
export interface Thought {
  readonly gameID: number;
  /** The number of plies played. */
  readonly ply: number;
}

/** Leases by which only one of several processes computes a move of the computer. */
export interface EngineLeaseAccess {
  /**
   * Claims a position for a process until `untilMs`, or extends its lease.
   * @returns false when another process has the lease, or the game has moved on
   */
  claim(thought: Thought, owner: string, nowMs: number, untilMs: number): Promise<boolean>;
  /** Ends the lease of a game. */
  release(gameID: number, owner: string): Promise<void>;
}

export const engineLeaseAccess = (client: Client): EngineLeaseAccess => ({
  claim: ({ gameID, ply }, owner, nowMs, untilMs) =>
    mapDbErrors(async () => {
      const free = [
        { engineLeaseOwner: null },
        { engineLeaseOwner: owner },
        { engineLeaseUntilMs: { lte: nowMs } },
      ];
      const { count } = await client.gameData.updateMany({
        where: { gameID, ply, status: 'playing', OR: free },
        data: { engineLeaseOwner: owner, engineLeaseUntilMs: untilMs },
      });
      return count === 1;
    }),

  release: (gameID, owner) =>
    mapDbErrors(async () => {
      await client.gameData.updateMany({
        where: { gameID, engineLeaseOwner: owner },
        data: { engineLeaseOwner: null },
      });
    }),
});
