import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { levelOf } from '../../../contract/game/computer.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { mayTakeEffect } from './write-once.ts';

/** The players to reserve: the host, if any, and the user who accepts or requests the game. */
export type Players = readonly [host: string, username: string] | readonly [username: string];

/**
 * Limits players to one game with a clock at a time: they are reserved before it starts (see `ReservationsAccess`). The
 * computer has no limit.
 */
export class Reservation {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'reservations'>,
    private readonly now: () => number,
  ) {}

  /**
   * Checks that none of them plays a game with a clock, however it started.
   * @throws RookeryError `already_playing`
   */
  async requireFree(players: Players): Promise<void> {
    for (const name of people(players)) {
      if ((await this.dataAccess.reservations.playing(name)) !== null)
        throw playingError(name, players);
    }
  }

  /**
   * Reserves them for an existing game with a clock and starts it.
   * @throws RookeryError `already_playing` when one of them plays another game, and the errors of `begin`
   */
  async begin<T>(gameID: number, players: Players, begin: () => Promise<T>): Promise<T> {
    const { reservations } = this.dataAccess;
    if (!(await reservations.reserve(gameID, people(players), this.now()))) {
      await this.requireFree(players);
      throw playingError(players[0], players);
    }
    try {
      return await begin();
    } catch (error) {
      // If the game may have started, keep the reservation: should it be unused, it expires.
      if (!mayTakeEffect(error)) {
        const username = asker(players);
        const host = players[0] === username ? null : players[0];
        await reservations.release(gameID, username, host).catch(() => {}); // it expires
      }
      throw error;
    }
  }
}

const asker = (players: Players): string => players[1] ?? players[0];

/** The requesting user first, whose own game is the more useful error. */
const people = (players: Players): string[] =>
  [...players].reverse().filter((name) => levelOf(name) === null);

const playingError = (busy: string, players: Players): RookeryError =>
  new RookeryError('already_playing', {
    problem:
      busy === asker(players)
        ? problem('create.busyYourself')
        : problem('create.busyOther', { username: busy }),
  });
