import type { ErrorCode } from '../../../contract/errors/index.ts';
import { levelOf } from '../../../contract/game/computer.ts';
import type { Color, GameSummary } from '../../../contract/game/index.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { AcceptCommand } from '../../game/decide/command.ts';
import type { Seat } from '../../game/state.ts';
import type { LiveGames } from '../../live/live-games.ts';
import type { SeatRatings } from '../rating/seat-ratings.ts';
import { type Players, Reservation } from './reservation.ts';
import { mayTakeEffect, writeOnce } from './write-once.ts';

/** A game between two known players. */
export interface NewGame {
  readonly gameName: string;
  readonly initialFen: string;
  readonly setup: GameSetup;
  /** Usernames. */
  readonly white: string;
  readonly black: string;
}

interface Seats {
  readonly white: Seat;
  readonly black: Seat;
}

/** A record that must name the new game before its players are seated, such as the finished game of a rematch. */
export interface Claim {
  /** One conditional write. @throws RookeryError when another game is already named, or none may be */
  readonly write: (gameID: number) => Promise<unknown>;
  /** Whether the write took effect: called when its answer was lost, or it failed with `repeated`. */
  readonly isWritten: (gameID: number) => Promise<boolean>;
  /** The error of a `write` that has already taken effect. */
  readonly repeated: ErrorCode;
}

export interface GameStarterParts {
  readonly dataAccess: DataAccess;
  readonly liveGames: LiveGames;
  readonly ratings: SeatRatings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Starts every kind of game. The steps, in this order:
 *
 * 1. **Create** the game, open and unpublished, unless it exists already.
 * 2. **Reserve** its players, if it has a clock, so that nobody plays two (see `ReservationsAccess`). Players of games by
 *    link may play several at once; quick pairing reserves its players in step 4.
 * 3. **Claim**, if the caller passes one: a record names the new game.
 * 4. **Seat** the players in one conditional write, which starts the game.
 * 5. **Publish** it.
 * 6. **Withdraw** the players' other open games, if it has a clock.
 *
 * The writes of steps 3 and 4 are never repeated. If their answer was lost (`unavailable`), or is the error of a repeated
 * write, the stored game is read: if the write took effect, the next steps follow.
 *
 * A failed step undoes those before it. A new game that no record names is removed by a conditional write: a late write
 * then finds no game, and a game that has started stays. Reservations are released, unless the game may have started: then
 * they expire. A new game that a record names, or may name, stays open for its two players, as after a crash between two
 * steps.
 */
export class GameStarter {
  readonly #reservation: Reservation;

  constructor(private readonly parts: GameStarterParts) {
    this.#reservation = new Reservation(parts.dataAccess, parts.now);
  }

  /**
   * Checks before step 1 that none of them plays a game with a clock.
   * @throws RookeryError `already_playing`
   */
  requireFree(players: Players): Promise<void> {
    return this.#reservation.requireFree(players);
  }

  /**
   * Starts a new game between two players.
   * @param askedBy the player who gets the error
   * @returns the game's number
   * @throws RookeryError `already_playing` when one of them plays another game, and the errors of `claim`
   */
  async start(game: NewGame, askedBy: string, claim?: Claim): Promise<number> {
    const { liveGames } = this.parts;
    const { setup, white, black } = game;
    const players = [askedBy === white ? black : white, askedBy] as const;
    const seats = await this.#seatsOf(game);
    const gameID = await this.#create(game);
    let isClaimed = false;
    const isSeated = async () => {
      const { status, whiteUsername, blackUsername } = await liveGames.summary(gameID);
      return status === 'playing' && whiteUsername === white && blackUsername === black;
    };
    try {
      await this.#reserved(gameID, setup, players, async () => {
        if (claim) await this.#claimed(claim, gameID);
        isClaimed = claim !== undefined;
        const seat = () => liveGames.execute(gameID, { type: 'seat', ...seats });
        await writeOnce(seat, 'already_taken', isSeated);
      });
    } catch (error) {
      const mayBeNamed = isClaimed || (claim !== undefined && mayTakeEffect(error));
      // Publish the open game: its two players may still accept it.
      if (mayBeNamed) await liveGames.publishStarted(gameID).catch(() => {});
      else await this.#discard(gameID);
      throw error;
    }
    await this.#withdrawOffers(setup, players);
    return gameID;
  }

  /**
   * Starts a new game by the caller's own write that reserves and seats both players, as in quick pairing.
   * @param write returns whether it took effect
   * @returns the game's number; null when the write had no effect
   */
  async startBy(
    game: NewGame,
    write: (gameID: number, seats: Seats) => Promise<boolean>,
  ): Promise<number | null> {
    const { dataAccess, liveGames } = this.parts;
    const { setup, white, black } = game;
    const seats = await this.#seatsOf(game);
    const gameID = await this.#create(game);
    let isSeated = false;
    const seat = async () => {
      isSeated = await write(gameID, seats);
    };
    try {
      await writeOnce(seat, 'already_taken', async () => {
        isSeated = (await dataAccess.getGame(gameID))?.status === 'playing';
        return isSeated;
      });
    } finally {
      if (!isSeated) await this.#discard(gameID);
    }
    if (!isSeated) return null;
    await liveGames.publishStarted(gameID);
    await this.#withdrawOffers(setup, [white, black]);
    return gameID;
  }

  /**
   * Starts an open game: seats both players, or one player in a seat that another has left.
   * @throws RookeryError `already_playing` when one of them plays another game, and the command's errors
   */
  async accept(
    { gameID, setup }: GameSummary,
    host: string,
    command: AcceptCommand,
  ): Promise<void> {
    const { liveGames } = this.parts;
    const { username, color } = command;
    const players = [host, username] as const;
    const accept = () => liveGames.execute(gameID, command);
    const isSeated = async () => {
      const game = await liveGames.summary(gameID);
      const holders =
        color === null ? [holder(game, 'white'), holder(game, 'black')] : [holder(game, color)];
      return holders.includes(username);
    };
    await this.#reserved(gameID, setup, players, () =>
      writeOnce(accept, 'already_taken', isSeated),
    );
    await this.#withdrawOffers(setup, players);
  }

  /**
   * Takes a seat of a game without a host, which has no clock, so only the write is needed. After a lost answer the client
   * may repeat the call (R-JOIN-3).
   * @returns false when the seat could not be taken
   */
  async takeSeat(username: string, color: Color, gameID: number): Promise<boolean> {
    const { dataAccess, liveGames } = this.parts;
    try {
      const taken = await dataAccess.addToGame(username, color, gameID);
      if (taken) await liveGames.applyExternal(taken);
      return taken !== null;
    } catch (error) {
      // The game is read again at its next use, and the stored events are published.
      await liveGames.invalidate(gameID);
      throw error;
    }
  }

  #claimed({ write, repeated, isWritten }: Claim, gameID: number): Promise<void> {
    return writeOnce(
      () => write(gameID),
      repeated,
      () => isWritten(gameID),
    );
  }

  #create({ gameName, initialFen, setup }: NewGame): Promise<number> {
    const { dataAccess, now } = this.parts;
    return dataAccess.createGameID(gameName, initialFen, now(), setup);
  }

  /** Removes a game without events. If that fails, it stays open for its two players. */
  async #discard(gameID: number): Promise<void> {
    await this.parts.dataAccess.discardGame(gameID).catch(() => {});
  }

  async #seatsOf({ setup, white, black }: NewGame): Promise<Seats> {
    const seatOf = async (username: string): Promise<Seat> => {
      const isComputer = levelOf(username) !== null;
      return { username, rating: isComputer ? null : await this.parts.ratings.of(username, setup) };
    };
    return { white: await seatOf(white), black: await seatOf(black) };
  }

  #reserved(
    gameID: number,
    setup: GameSetup,
    players: Players,
    begin: () => Promise<void>,
  ): Promise<void> {
    const isNeeded = setup.timeControl.type === 'clock' && !policyOf(setup).simultaneous;
    return isNeeded ? this.#reservation.begin(gameID, players, begin) : begin();
  }

  /** Best effort: a remaining open game can't be accepted while its host plays. */
  async #withdrawOffers({ timeControl }: GameSetup, usernames: readonly string[]): Promise<void> {
    if (timeControl.type !== 'clock') return;
    const { dataAccess, liveGames } = this.parts;
    const offered = await dataAccess.finder.offeredBy(usernames).catch(() => []);
    await Promise.allSettled(
      offered.map(({ gameID, host }) =>
        liveGames.execute(gameID, { type: 'withdraw', username: host }),
      ),
    );
  }
}

/** The username in a seat. */
export const holder = (
  { whiteUsername, blackUsername }: GameSummary,
  color: Color,
): string | null => (color === 'white' ? whiteUsername : blackUsername);
