import type { SeatRating } from '../../../contract/game/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import { speedOf } from '../../../contract/game/time.ts';
import { newcomer, PROVISIONAL_DEVIATION } from '../../../rules/rating/glicko2.ts';
import type { DataAccess } from '../../data-access/data-access.ts';

/** The rating shown beside a player's name. */
export class SeatRatings {
  constructor(private readonly dataAccess: DataAccess) {}

  /** Null for guests and for untimed games, which can't be rated (G-2). */
  async of(
    username: string,
    { variant, timeControl }: Pick<GameSetup, 'variant' | 'timeControl'>,
  ): Promise<SeatRating | null> {
    if (timeControl.type === 'unlimited') return null;
    const user = await this.dataAccess.getUser(username);
    if (!user || user.guest) return null;
    const kind = { variant, speed: speedOf(timeControl) };
    const known = (await this.dataAccess.ratings.get([username], kind)).get(username) ?? newcomer;
    return {
      rating: Math.round(known.rating),
      provisional: known.deviation > PROVISIONAL_DEVIATION,
    };
  }
}
