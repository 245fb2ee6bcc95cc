import type { MoveAnswer } from '../../contract/game.ts';
import type { LiveGames } from '../live/live-games.ts';

/** A player moves. */
export class MakeMoveService {
  constructor(private readonly liveGames: LiveGames) {}

  /**
   * @param ply how many plies were played when the move was chosen
   * @returns the move as played, once it is on disk (T-3); the same for a repeated call (T-2)
   * @throws RookeryError `unknown_game`, `not_a_player`, `not_your_turn`, `illegal_move`, `stale_ply`, `game_over`
   */
  async makeMove(username: string, gameID: number, ply: number, uci: string): Promise<MoveAnswer> {
    const command = { type: 'move', username, ply, uci } as const;
    const events = await this.liveGames.execute(gameID, command);
    const moved = events.find((event) => event.type === 'moved');
    if (!moved) throw new Error(`Move ${uci} at ply ${ply} of game ${gameID} made no event.`);
    return { gameID, ply: moved.ply, uci: moved.uci, san: moved.san, number: moved.number };
  }
}
