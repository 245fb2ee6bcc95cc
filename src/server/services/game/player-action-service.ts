import type { PlayerAction } from '../../../contract/game/actions.ts';
import type { LiveGames } from '../../live/live-games.ts';

/** A player's actions besides moves: resignation, draw, takeback, more time, … (E-2 to E-6, C-6, C-8). */
export class PlayerActionService {
  constructor(private readonly liveGames: LiveGames) {}

  /**
   * @returns the number of the last event that it caused; 0 for none (a flag that has not fallen)
   * @throws RookeryError `unknown_game`, `not_a_player`, `game_over`, and the errors of each action, see `decide`
   */
  async ask(username: string, gameID: number, type: PlayerAction): Promise<number> {
    const events = await this.liveGames.execute(gameID, { type, username });
    return events.at(-1)?.number ?? 0;
  }

  /** The host withdraws an open game, or the invited player declines it. @throws as {@link ask} */
  async endOffer(username: string, gameID: number, type: 'withdraw' | 'decline'): Promise<number> {
    const events = await this.liveGames.execute(gameID, { type, username });
    return events.at(-1)?.number ?? 0;
  }

  /** Claims the game of an opponent who is away (E-6). @throws RookeryError `no_claim` and as {@link ask} */
  async claimAbsence(username: string, gameID: number, result: 'win' | 'draw'): Promise<number> {
    const command = { type: 'claimAbsence', username, result } as const;
    const events = await this.liveGames.execute(gameID, command);
    return events.at(-1)?.number ?? 0;
  }
}
