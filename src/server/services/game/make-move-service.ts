import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { MoveAnswer } from '../../../contract/game/index.ts';
import type { Lag } from '../../game/lag.ts';
import type { LiveGames } from '../../live/live-games.ts';

/** A move as sent by a player. */
export interface SentMove {
  /** The number of plies played before this move. */
  readonly ply: number;
  readonly uci: string;
  /** The measured lag of the connection (C-5). */
  readonly lag?: Lag;
  /** The last event that the player had seen when choosing the move; undefined: unknown. */
  readonly lastEvent?: number | undefined;
}

/** Plays a player's move. */
export class MakeMoveService {
  constructor(private readonly liveGames: LiveGames) {}

  /**
   * @returns the played move, after it has been stored (T-3); the same for a repeated call (T-2)
   * @throws RookeryError `unknown_game`, `not_a_player`, `not_your_turn`, `illegal_move`, `stale_ply`, `game_over`
   */
  async makeMove(username: string, gameID: number, move: SentMove): Promise<MoveAnswer> {
    const { ply, uci, lastEvent, lag } = move;
    const command = { type: 'move', username, ply, uci, lastEvent, lag } as const;
    const events = await this.liveGames.execute(gameID, command);
    const moved = events.find((event) => event.type === 'moved');
    if (!moved) throw new RookeryError('game_over', { problem: problem('game.timeRanOut') });
    return { gameID, ply: moved.ply, uci: moved.uci, san: moved.san, number: moved.number };
  }
}
