import { expect } from 'vitest';
import { foldEvent } from '../../contract/game/fold.ts';
import type { Color, GameEvent, GameView } from '../../contract/game/index.ts';
import { plainSetup } from '../../contract/game/setup.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import type { Command, MoveCommand } from '../../server/game/decide/index.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { attempt, type LiveFixture, liveFixtureOn, readAgain } from '../games/live-game.ts';
import type { GameModel } from './game-model.ts';

export const nameOf = (color: Color): string => (color === 'white' ? 'alice' : 'bob');

/** A game between alice and bob in a real process on a real database, which can be killed and restarted. */
export class RealGame {
  readonly events: GameEvent[] = [];
  /** The played moves, as they were sent. */
  readonly played: MoveCommand[] = [];
  readonly #inside = new Map<string, (left: boolean) => Promise<void>>();

  private constructor(
    private readonly db: DatabaseFixture,
    private live: LiveFixture,
    readonly gameID: number,
    private readonly first: GameView,
  ) {
    this.#listen();
  }

  static async begin(
    db: DatabaseFixture,
    timeControl: TimeControl,
    rated: boolean,
    fen: string,
  ): Promise<RealGame> {
    const live = liveFixtureOn(db);
    await live.games.time.begin();
    const setup = { ...plainSetup, source: 'lobby', timeControl, rated } as const;
    const gameID = await db.dataAccess.createGameID('a game', fen, db.nowMs, setup);
    const game = new RealGame(db, live, gameID, await live.games.view(gameID));
    const seat = (username: string) => ({ username, rating: null });
    await game.run({ type: 'seat', white: seat('alice'), black: seat('bob') });
    return game;
  }

  /** The last event that the players have seen. */
  get seen(): Pick<MoveCommand, 'lastEvent'> {
    return { lastEvent: this.events.length };
  }

  /** Executes a command. @returns the result in the model's form */
  async run(command: Command): Promise<string | readonly string[]> {
    const result = await attempt(this.live, this.gameID, command);
    if (typeof result === 'string') return result;
    return result.map((event) =>
      event.type === 'ended' ? `ended ${event.ending.reason} ${event.ending.winner}` : event.type,
    );
  }

  /** Advances the time: heartbeats are written, and flags fall. */
  async pass(ms: number): Promise<void> {
    this.db.nowMs += ms;
    await this.live.games.time.beat();
    await this.run({ type: 'expire' });
  }

  /** The process dies with its memory; after a while another one takes over. */
  async restart(downMs: number): Promise<void> {
    this.live.games.time.forgetAll();
    this.#inside.clear();
    this.db.nowMs += downMs;
    this.live = liveFixtureOn(this.db);
    this.#listen();
    await this.live.games.time.begin();
    await this.run({ type: 'expire' });
  }

  async enter(color: Color): Promise<void> {
    const stop = new AbortController();
    let wasLost = false;
    const { games } = this.live;
    const events = games.events(
      this.gameID,
      { after: 0, viewer: nameOf(color), wasLost: () => wasLost },
      stop.signal,
    );
    await events.next();
    this.#inside.set(color, async (left) => {
      wasLost = !left;
      stop.abort();
      await events.return();
    });
  }

  async leave(color: Color, left: boolean): Promise<void> {
    await this.#inside.get(color)?.(left);
    this.#inside.delete(color);
  }

  /** Expects the visible state of the game to equal the model's. */
  async expectToBe(model: GameModel): Promise<void> {
    const { games } = this.live;
    const view = await games.view(this.gameID);
    const { clocks } = model;
    const playing = model.status === 'playing';
    expect(view).toMatchObject({
      status: model.status,
      ending: model.ending,
      clocks: clocks && { whiteMs: clocks.white, blackMs: clocks.black },
      turnBeganAtMs: playing ? model.turnBeganAtMs : null,
      drawOffer: model.drawOffer,
      takebackOffer: model.takebackOffer,
      rematchOffer: model.rematchOffer,
    });
    expect(view.moves.map(({ uci }) => uci)).toEqual(model.ucis);
    expect(view.rematchID !== null).toBe(model.rematched);
    expect((await games.sync(this.gameID)).dueAtMs).toBe(model.dueAtMs);
    const presence = games.presence(this.gameID, new AbortController().signal);
    const { value } = await presence.next();
    await presence.return();
    const claimableAtMs = playing ? model.claimableAtMs : null;
    // Without a clock it is shown only when it has passed (C-9).
    const isShown = clocks !== null || (claimableAtMs ?? Number.POSITIVE_INFINITY) <= this.db.nowMs;
    const at = isShown ? claimableAtMs : null;
    expect(value).toMatchObject({
      ...model.here,
      absent: at === null ? null : { color: model.turn, claimableAtMs: at },
    });
  }

  /** Expects the published, cached and stored game to be the same; every event was published once, in order. */
  async expectWhole(): Promise<void> {
    const view = await this.live.games.view(this.gameID);
    expect(this.events.map(({ number }) => number)).toEqual(
      Array.from({ length: view.lastEvent }, (_, n) => n + 1),
    );
    expect(await readAgain(this.db, this.gameID)).toEqual(view);
    // Time given back is in no event: clients learn of it from `sync` (C-10).
    const { turnBeganAtMs } = view;
    const folded = this.events.reduce(foldEvent, this.first);
    expect({ ...folded, turnBeganAtMs }).toEqual(view);
    const summary = await this.live.games.summary(this.gameID);
    const row = await this.db.dataAccess.getGame(this.gameID);
    expect({ ...row, dueAtMs: summary.dueAtMs }).toEqual(summary);
    this.live.games.time.forgetAll();
  }

  #listen(): void {
    this.live.bus.subscribe(`game:${this.gameID}`, (event) => this.events.push(event));
  }
}
