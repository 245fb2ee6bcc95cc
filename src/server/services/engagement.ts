import { levelOf } from '../../contract/computer.ts';
import { RookeryError } from '../../contract/errors.ts';
import type { DataAccess } from '../data-access/data-access.ts';

/** The host of a game about to begin, and the one who accepts it. */
export type Players = readonly [host: string, username: string];

/** More unfinished games than this are not looked through for a clock. */
const LOOKED_AT = 200;

/** One game with a clock at a time: two players are promised to a game before it begins (see `SeeksAccess`). */
export class Engagement {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly now: () => number,
  ) {}

  /**
   * Looks whether one of the two plays a game with a clock, of whatever origin; the computer plays as many as it likes.
   * @throws RookeryError `already_playing`
   */
  async requireFree([host, username]: Players): Promise<void> {
    for (const name of [username, host]) {
      if (levelOf(name) !== null) continue;
      const games = await this.dataAccess.finder.unfinishedOf(name, LOOKED_AT);
      const plays = games.some(
        ({ status, setup }) => status === 'playing' && setup.timeControl.type === 'clock',
      );
      if (plays) throw refusal(name === username ? null : host);
    }
  }

  /**
   * Promises both to a game with a clock, and begins it.
   * @throws RookeryError `already_playing` when one of the two plays elsewhere, and what `begin` throws
   */
  async begin<T>(gameID: number, players: Players, begin: () => Promise<T>): Promise<T> {
    const { seeks } = this.dataAccess;
    const [host, username] = players;
    if (!(await seeks.engage(gameID, players, this.now()))) {
      throw refusal((await seeks.playing(username)) === null ? host : null);
    }
    try {
      return await begin();
    } catch (error) {
      // Not the host: another who was quicker may be playing them. What the host is promised to for nothing runs out.
      await seeks.release(gameID, username);
      throw error;
    }
  }
}

/** @param host who plays; null: who asked */
const refusal = (host: string | null): RookeryError =>
  new RookeryError('already_playing', {
    detail:
      host === null
        ? 'You are playing another game with a clock: one at a time.'
        : `${host} is playing another game.`,
  });
