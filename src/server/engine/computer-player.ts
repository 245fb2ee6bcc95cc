import { RookeryError } from '../../contract/errors/index.ts';
import { computerNames } from '../../contract/game/computer.ts';
import type { GameView } from '../../contract/game/index.ts';
import { canClaimThreefold, engineGame, replay } from '../../rules/index.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus } from '../live/bus/bus.ts';
import { subscribeToResets } from '../live/bus/feed.ts';
import type { LiveGames } from '../live/live-games.ts';
import { ComputerScheduler } from './computer-scheduler.ts';
import { type Engine, isUnsearchable } from './engine.ts';
import { Claims } from './engine-claims.ts';
import {
  type AnswerDue,
  answerDue,
  hasComputer,
  type MoveDue,
  moveDue,
  turnIn,
} from './pending-actions.ts';

export interface ComputerParts {
  readonly engine: Pick<Engine, 'bestMove' | 'evaluate'>;
  readonly dataAccess: Pick<DataAccess, 'createUser' | 'getGamesOf' | 'engineLeases'>;
  readonly liveGames: Pick<LiveGames, 'view' | 'execute'>;
  readonly bus: Pick<Bus, 'subscribe'>;
  readonly rematch: { accept(username: string, gameID: number): Promise<unknown> };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Receives unexpected failures. */
  readonly warn: (message: string, cause: unknown) => void;
}

/** The computer accepts a draw after this many plies unless it is ahead by more than the margin, in centipawns. */
const DRAW_AFTER_PLIES = 40;
const ABOUT_EQUAL = 50;

/** After a restart, rematch offers are still answered in games that ended within this time, in milliseconds. */
const REMATCH_MS = 10 * 60_000;

/**
 * Plays the computer's side of all its games through the services that people use: an event on the bus makes it read the
 * game and carry out the pending action. It holds no state that a restart would lose. With several processes, each runs
 * one of these, but only one searches a position (see {@link Claims}); actions that need no search may be sent by all of
 * them, and the game accepts the first.
 */
export class ComputerPlayer {
  readonly #parts: ComputerParts;
  readonly #moves: ComputerScheduler;
  /** Separate from the moves: an answer does not wait for a search. */
  readonly #answers: ComputerScheduler;
  readonly #claims: Claims;

  constructor(parts: ComputerParts) {
    this.#parts = parts;
    const { bus, dataAccess, now, warn } = parts;
    this.#claims = new Claims(dataAccess, now);
    this.#moves = new ComputerScheduler((...game) => this.#move(...game), now, warn);
    this.#answers = new ComputerScheduler((...game) => this.#answer(...game), now, warn);
    bus.subscribe('games', ({ game, lastEvent }) => {
      if (hasComputer(game)) this.#attend(game.gameID, lastEvent);
    });
    const beginAgain = () => this.#beginAgain();
    subscribeToResets(bus, { onResync: beginAgain, onCleared: beginAgain });
  }

  /**
   * Creates the computer's users if missing and resumes all its games.
   * @throws RookeryError `unavailable`
   */
  async begin(): Promise<void> {
    const { dataAccess, now } = this.#parts;
    // The empty hash matches no password: nobody can sign in as the computer.
    for (const name of computerNames) await dataAccess.createUser(name, '', '');
    const gameIDs = await dataAccess.getGamesOf(computerNames, now() - REMATCH_MS);
    for (const gameID of gameIDs) this.#attend(gameID);
  }

  /** Retries the games in which an action failed. */
  retry(): void {
    this.#moves.retry();
    this.#answers.retry();
  }

  #beginAgain(): void {
    this.begin().catch((error) => this.#parts.warn('The computer can’t find its games.', error));
  }

  #attend(gameID: number, lastEvent?: number): void {
    this.#answers.attend(gameID, lastEvent);
    this.#moves.attend(gameID, lastEvent);
  }

  /** @throws Error until this process has received an event that another process wrote */
  async #view(gameID: number, lastEvent: number): Promise<GameView> {
    const view = await this.#parts.liveGames.view(gameID);
    if (view.lastEvent < lastEvent) throw new RookeryError('too_many_requests');
    return view;
  }

  async #answer(gameID: number, lastEvent: number): Promise<void> {
    const { liveGames, rematch } = this.#parts;
    const view = await this.#view(gameID, lastEvent);
    const due = answerDue(view);
    if (due === null) return;
    const { type, username } = due;
    switch (type) {
      case 'rematch':
        await rematch.accept(username, gameID);
        return;
      case 'takeback':
        await liveGames.execute(gameID, { type: 'acceptTakeback', username });
        return;
      case 'draw':
        await this.#claims.during({ gameID, ply: view.moves.length }, async (claim) => {
          const agreed = await this.#isContent(view, due, claim);
          const type = agreed ? 'acceptDraw' : 'declineDraw';
          await liveGames.execute(gameID, { type, username });
        });
    }
  }

  /** Whether the computer accepts a draw: late in the game, and not ahead. */
  async #isContent(
    view: GameView,
    { color }: AnswerDue,
    claim: () => Promise<void>,
  ): Promise<boolean> {
    if (view.moves.length <= DRAW_AFTER_PLIES) return false;
    const { variant } = view.setup;
    const score = await this.#parts.engine.evaluate({ ...view, variant }, claim);
    return (turnIn(view.fen) === color ? score : -score) <= ABOUT_EQUAL;
  }

  async #move(gameID: number, lastEvent: number): Promise<void> {
    const { liveGames, now } = this.#parts;
    const view = await this.#view(gameID, lastEvent);
    const due = moveDue(view, now());
    if (due === null) return;
    const { username, ply } = due;
    // Automatic for bots (E-2).
    if (canClaimThreefold(replay(view.initialFen, view.moves, view.setup.variant))) {
      await liveGames.execute(gameID, { type: 'claimDraw', username });
      return;
    }
    await this.#claims.during({ gameID, ply }, async (claim) => {
      const uci = await this.#choose(due, claim);
      // During the search the last move may have been taken back, or the game may have ended.
      const present = await liveGames.view(gameID);
      if (present.status !== 'playing' || present.fen !== view.fen) return;
      const { lastEvent } = view;
      await liveGames.execute(gameID, { type: 'move', username, ply, uci, lastEvent });
    });
  }

  /** Plays a random move in a position that the engine can't search, such as one with thirty queens. */
  async #choose({ request }: MoveDue, claim: () => Promise<void>): Promise<string> {
    try {
      return await this.#parts.engine.bestMove(request, claim);
    } catch (error) {
      if (!isUnsearchable(error)) throw error;
      const { legal } = engineGame(request.initialFen, request.moves, request.variant);
      const uci = legal[Math.floor(Math.random() * legal.length)];
      if (uci === undefined) throw error;
      this.#parts.warn(
        'The chess engine can’t search a position; a move playing a random legal move.',
        error,
      );
      return uci;
    }
  }
}
