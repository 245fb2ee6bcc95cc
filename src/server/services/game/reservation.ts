import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { levelOf } from '../../../contract/game/computer.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { mayTakeEffect } from './write-once.ts';

/** Who is to play: the host of a game about to begin, if it has one, and who accepts it or asked for it. */
export type Players = readonly [host: string, username: string] | readonly [username: string];

/**
 * One game with a clock at a time: its players are reserved for it before it begins (see `ReservationsAccess`). The computer
 * plays as many as it likes.
 */
export class Reservation {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'reservations'>,
    private readonly now: () => number,
  ) {}

  /**
   * Looks whether one of them plays a game with a clock, of whatever origin.
   * @throws RookeryError `already_playing`
   */
  async requireFree(players: Players): Promise<void> {
    for (const name of people(players)) {
      if ((await this.dataAccess.reservations.playing(name)) !== null) throw refusal(name, players);
    }
  }

  /**
   * Reserves them for a game with a clock, made before, and begins it.
   * @throws RookeryError `already_playing` when one of them plays elsewhere, and what `begin` throws
   */
  async begin<T>(gameID: number, players: Players, begin: () => Promise<T>): Promise<T> {
    const { reservations } = this.dataAccess;
    if (!(await reservations.reserve(gameID, people(players), this.now()))) {
      await this.requireFree(players);
      throw refusal(players[0], players);
    }
    try {
      return await begin();
    } catch (error) {
      // They may be playing after all: then a reservation that was for nothing runs out.
      if (!mayTakeEffect(error)) {
        const username = asker(players);
        const host = players[0] === username ? null : players[0];
        await reservations.release(gameID, username, host).catch(() => {}); // it runs out
      }
      throw error;
    }
  }
}

const asker = (players: Players): string => players[1] ?? players[0];

/** Who asked comes first: they want to hear of themselves. */
const people = (players: Players): string[] =>
  [...players].reverse().filter((name) => levelOf(name) === null);

const refusal = (busy: string, players: Players): RookeryError =>
  new RookeryError('already_playing', {
    problem:
      busy === asker(players)
        ? problem('create.busyYourself')
        : problem('create.busyOther', { username: busy }),
  });
