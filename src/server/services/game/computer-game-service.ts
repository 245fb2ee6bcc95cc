import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { type ComputerAvailability, computerName } from '../../../contract/game/computer.ts';
import type { Variant } from '../../../contract/game/index.ts';
import type { GameRequest, GameSetup } from '../../../contract/game/setup.ts';
import { variantName } from '../../../contract/game/variant-names.ts';
import type { Seat } from '../../game/state.ts';
import type { LiveGames } from '../../live/live-games.ts';
import type { SeatRatings } from '../rating/seat-ratings.ts';
import { type CreateGameService, initialFenOf } from './create-game-service.ts';
import type { Reservation } from './reservation.ts';
import type { Withdrawal } from './withdrawal.ts';

/** What the computer plays with, as far as services need to know. */
export interface EngineState {
  availability(): Promise<ComputerAvailability>;
}

interface Seats {
  readonly white: Seat;
  readonly black: Seat;
}

export interface ComputerGameParts {
  readonly createGame: Pick<CreateGameService, 'make'>;
  readonly liveGames: LiveGames;
  readonly ratings: SeatRatings;
  readonly engine: EngineState;
  readonly reservation: Reservation;
  readonly withdrawal: Withdrawal;
}

/** A game against the computer: both sit down at once. From then on it is a game like any other. */
export class ComputerGameService {
  constructor(private readonly parts: ComputerGameParts) {}

  /** Whether the computer can play now, and what. */
  availability(): Promise<ComputerAvailability> {
    return this.parts.engine.availability();
  }

  /**
   * @param level the computer's, 1 to 8
   * @returns the game's number; it has begun
   * @throws RookeryError `no_engine`; `variant_unavailable` (field `setup.variant`) when the engine doesn't know it;
   * `already_playing` when the user plays another game with a clock; `bad_request` (field `setup.…`) for a rated game or
   * a position that can't be
   */
  async play(
    username: string,
    gameName: string | undefined,
    wanted: GameRequest,
    level: number,
  ): Promise<number> {
    const { createGame, engine, reservation } = this.parts;
    const { variant, timeControl, rated, visibility } = wanted;
    requireCasual(wanted);
    requirePlayable(variant, await engine.availability());
    if (timeControl.type === 'clock') await reservation.requireFree([username]);
    const chance = randomInt(2) === 0 ? 'white' : 'black';
    const color = wanted.color === 'random' ? chance : wanted.color;
    const computer = computerName(level);
    const setup: GameSetup = {
      variant,
      timeControl,
      rated,
      visibility,
      source: 'computer',
      host: { username, color: wanted.color, rating: null },
      // Should it stop here, nobody else can sit down.
      invited: computer,
      ratingRange: null,
    };
    const name = gameName ?? `${username}’s game`;
    const gameID = await createGame.make(name, initialFenOf(wanted), setup);
    const person = { username, rating: await this.parts.ratings.of(username, setup) };
    const machine = { username: computer, rating: null };
    await this.#begin(gameID, setup, username, {
      white: color === 'white' ? person : machine,
      black: color === 'white' ? machine : person,
    });
    return gameID;
  }

  async #begin(gameID: number, { timeControl }: GameSetup, username: string, seats: Seats) {
    const { liveGames, reservation, withdrawal } = this.parts;
    const begin = () => liveGames.execute(gameID, { type: 'seat', ...seats });
    if (timeControl.type !== 'clock') {
      await begin();
      return;
    }
    try {
      await reservation.begin(gameID, [username], begin);
    } catch (error) {
      // Another game was quicker to begin. Should this fail, the game is left as their own to take back.
      await liveGames.execute(gameID, { type: 'withdraw', username }).catch(() => {});
      throw error;
    }
    await withdrawal.withdraw([username]);
  }
}

function requireCasual({ rated }: GameRequest): void {
  if (!rated) return;
  throw new RookeryError('bad_request', {
    field: 'setup.rated',
    problem: problem('create.computerCasual'),
  });
}

function requirePlayable(variant: Variant, state: ComputerAvailability): void {
  if (!state.available)
    throw new RookeryError('no_engine', { problem: problem(`engine.${state.reason}`) });
  if (state.variants.includes(variant)) return;
  const variants = state.variants.map((one) => variantName[one]).join(', ');
  throw new RookeryError('variant_unavailable', {
    field: 'setup.variant',
    problem: problem('create.computerVariants', { variants }),
  });
}
