import { variant as variants } from '../../contract/game/basics.ts';
import type { GameRequest } from '../../contract/game/setup.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import { type GameRecord, play, startRecord } from '../../rules/index.ts';
import type { DataAccess } from '../../server/data-access/data-access.ts';
import { testServicesOn } from '../games/services.ts';
import { nextMove, randomFrom } from './moves.ts';

export const SEED_PASSWORD = 'password';

/** The first one is for the developer. */
const people = [
  'ann bob carla dmitri elena farid gita hugo ines jun',
  'kofi lena mateo nadia oscar priya quentin rosa sven tariq',
].flatMap((names) => names.split(' '));

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The length of the history. */
const WEEKS = 3;

/** Longer games are resigned, in plies. */
const LONGEST = 44;

const clock = (minutes: number, seconds: number): TimeControl => ({
  type: 'clock',
  limitMs: minutes * MINUTE_MS,
  incrementMs: seconds * 1000,
});
const times = [clock(1, 0), clock(3, 2), clock(5, 3), clock(10, 0), clock(15, 10), clock(30, 20)];
const days: TimeControl = { type: 'correspondence', daysPerMove: 2 };

const greetings = ['Hi', 'Good luck', 'Have fun', 'Nice move', 'Well played', 'Thanks!'];

export interface SeedOptions {
  readonly dataAccess: DataAccess;
  /** The end of the history, milliseconds since 1970. */
  readonly nowMs: number;
  /** The same seed makes the same people and games. */
  readonly seed: number;
  /** In how many rounds everyone has played, each against another one. */
  readonly rounds?: number;
}

/** Whether the database has no users yet. */
export async function isUnused(dataAccess: DataAccess): Promise<boolean> {
  const games = await dataAccess.listSummaries({ limit: 1 });
  return games.length === 0 && (await dataAccess.getUser('ann')) === null;
}

/**
 * Fills an empty database with people, finished games of all variants with chat, games in progress, open games and
 * challenges, through the services of the server.
 * @returns how many people and games there are
 */
export async function seedDatabase({ dataAccess, nowMs, seed, rounds = 7 }: SeedOptions) {
  const random = randomFrom(seed);
  const time = { dataAccess, nowMs: nowMs - WEEKS * 7 * DAY_MS };
  const { services, liveGames } = testServicesOn(time);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  };
  let games = 0;

  for (const name of people) {
    await services.registration.register(name, SEED_PASSWORD, `${name}@example.org`);
  }

  const host = async (name: string, setup: Partial<GameRequest>): Promise<number> => {
    games++;
    return services.createGame.hostGame(name, undefined, {
      variant: 'standard',
      timeControl: { type: 'unlimited' },
      rated: false,
      color: 'random',
      visibility: 'lobby',
      opponent: { type: 'anyone' },
      ratingRange: null,
      ...setup,
    });
  };
  const accept = (username: string, gameID: number) =>
    liveGames
      .summary(gameID)
      .then(() => dataAccess.createAuth(username))
      .then((token) => services.joinGame.joinGame(token, null, gameID));

  interface Board {
    readonly gameID: number;
    readonly plies: number;
    record: GameRecord;
  }
  const boardOf = async (gameID: number, plies: number): Promise<Board> => {
    const { initialFen, setup } = await liveGames.view(gameID);
    return { gameID, plies, record: startRecord(initialFen, setup.variant) };
  };
  /** Plays games side by side, up to this many plies each: their moves share commits. */
  const playOn = async (boards: readonly Board[]): Promise<void> => {
    for (let ply = 0; boards.some((board) => ply < board.plies); ply++) {
      time.nowMs += 500 + Math.floor(random() * 1500);
      const moves = boards.map(async (board) => {
        const game = await liveGames.summary(board.gameID);
        const mover = ply % 2 === 0 ? game.whiteUsername : game.blackUsername;
        if (game.status !== 'playing' || ply >= board.plies || mover === null) return;
        const uci = nextMove(board.record, random);
        if (uci === null) return;
        await services.makeMove.makeMove(mover, board.gameID, { ply, uci });
        board.record = play(board.record, uci);
      });
      await Promise.all(moves);
    }
  };

  for (let round = 0; round < rounds; round++) {
    time.nowMs += (WEEKS * 7 * DAY_MS) / (rounds + 1);
    const boards: Board[] = [];
    // Everyone has a different opponent in each round.
    for (let n = 0; n < people.length / 2; n++) {
      const one = people[(n + round) % people.length] ?? 'ann';
      const other = people[(people.length - 1 - n + round) % people.length] ?? 'bob';
      const variant = variants.options[(n + round) % (2 * variants.options.length)] ?? 'standard';
      const gameID = await host(one, {
        variant,
        timeControl: pick(times),
        rated: random() < 0.8,
      });
      await accept(other, gameID);
      await services.say.say(one, gameID, 'players', pick(greetings));
      boards.push(await boardOf(gameID, 24 + Math.floor(random() * (LONGEST - 24))));
    }
    await playOn(boards);
    for (const { gameID } of boards) {
      const { status, whiteUsername, blackUsername } = await liveGames.summary(gameID);
      const loser = pick([whiteUsername, blackUsername]);
      if (status === 'playing' && loser) await services.ask.ask(loser, gameID, 'resign');
    }
  }

  time.nowMs = nowMs - 2 * MINUTE_MS;
  for (let n = 0; n < 3; n++) {
    // Nobody plays two games with a clock.
    const [one, other] = [people[1 + 2 * n], people[2 + 2 * n]];
    if (one === undefined || other === undefined) continue;
    const gameID = await host(one, { timeControl: clock(30, 20), rated: true });
    await accept(other, gameID);
    await playOn([await boardOf(gameID, 12)]);
  }
  for (const other of people.slice(10, 14)) {
    const gameID = await host('ann', { timeControl: days, color: 'white' });
    await accept(other, gameID);
    await playOn([await boardOf(gameID, 6 + Math.floor(random() * 3))]);
  }
  time.nowMs = nowMs;
  for (const name of people.slice(14, 18)) {
    await host(name, { timeControl: pick(times), variant: pick(variants.options) });
  }
  await host('tariq', { timeControl: clock(5, 3), opponent: { type: 'user', username: 'ann' } });
  return { people: people.length, games };
}
