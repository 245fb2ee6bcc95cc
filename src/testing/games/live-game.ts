import { RookeryError } from '../../contract/errors/index.ts';
import { turnOf } from '../../contract/game/chess-time.ts';
import type { Color, GameEvent, GameView } from '../../contract/game/index.ts';
import { type GameSetup, plainSetup } from '../../contract/game/setup.ts';
import { replay, startRecord } from '../../rules/index.ts';
import { playSan } from '../../rules/notation.testing.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { viewOf } from '../../server/game/views.ts';
import { type Bus, createLocalBus } from '../../server/live/bus/bus.ts';
import { LiveGames } from '../../server/live/live-games.ts';
import { GroupCommitter } from '../../server/live/store/group-committer.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { stateOf } from './games-at-hand.ts';

/** The live module of one server process, over a test's database. */
export interface LiveFixture {
  readonly bus: Bus;
  readonly games: LiveGames;
  /** Takes a seat as the join service does. */
  join(username: string, color: Color, gameID: number): Promise<void>;
}

export function liveFixtureOn(
  db: Pick<DatabaseFixture, 'dataAccess' | 'nowMs'>,
  bus: Bus = createLocalBus(),
): LiveFixture {
  const { dataAccess } = db;
  const committer = new GroupCommitter(dataAccess);
  const games = new LiveGames({ dataAccess, committer, bus, now: () => db.nowMs });
  return {
    bus,
    games,
    async join(username, color, gameID) {
      const taken = await dataAccess.addToGame(username, color, gameID);
      if (taken) await games.applyExternal(taken);
    },
  };
}

/** A new game between two users who have agreed on it in the lobby; it starts now. */
export async function begin(
  db: Pick<DatabaseFixture, 'dataAccess' | 'nowMs'>,
  { games }: LiveFixture,
  setup: Partial<GameSetup>,
  [white, black] = ['alice', 'bob'],
  gameName = 'a game',
): Promise<number> {
  const whole: GameSetup = { ...plainSetup, source: 'lobby', ...setup };
  const { initialFen } = startRecord(undefined, whole.variant);
  const { dataAccess, nowMs } = db;
  const gameID = await dataAccess.createGameID(gameName, initialFen, nowMs, whole);
  const seat = (username: string) => ({ username, rating: null });
  await games.execute(gameID, { type: 'seat', white: seat(white), black: seat(black) });
  return gameID;
}

/** Plays moves in SAN, each by the player whose turn it is, at the current time. */
export async function playOn({ games }: LiveFixture, gameID: number, line: string): Promise<void> {
  const { initialFen, setup, moves, whiteUsername, blackUsername, fen } = await games.view(gameID);
  const before = replay(initialFen, moves, setup.variant);
  const after = playSan(before, line).moves;
  for (let ply = moves.length; ply < after.length; ply++) {
    const white = (turnOf(fen) === 'white') === ((ply - moves.length) % 2 === 0);
    const username = (white ? whiteUsername : blackUsername) ?? '';
    await games.execute(gameID, { type: 'move', username, ply, uci: after[ply]?.uci ?? '' });
  }
}

/** Collects everything published about a game from now on. */
export function publishedBy({ bus }: LiveFixture, gameID: number): GameEvent[] {
  const events: GameEvent[] = [];
  bus.subscribe(`game:${gameID}`, (event) => events.push(event));
  return events;
}

/** A game as a new process would load it. */
export async function readAgain(
  db: Pick<DatabaseFixture, 'dataAccess'>,
  gameID: number,
): Promise<GameView> {
  return viewOf(await stateOf(db, gameID));
}

/** Executes a command. @returns its events, or the code of its error */
export async function attempt(
  { games }: LiveFixture,
  gameID: number,
  command: Command,
): Promise<readonly GameEvent[] | string> {
  try {
    return await games.execute(gameID, command);
  } catch (error) {
    if (error instanceof RookeryError) return error.code;
    throw error;
  }
}
