import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** A position to be thought about. */
export interface Thought {
  readonly gameID: number;
  /** Plies played. */
  readonly ply: number;
}

/** Which process thinks for the computer, where there are several. */
export interface EngineLeaseAccess {
  /**
   * Claims a position for a process until `untilMs`, or for longer what it has already.
   * @returns false when another has it, or the game has moved on
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
