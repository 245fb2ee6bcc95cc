import { isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { UserGameCommand } from '../../contract/game-protocol.ts';
import type { RecentlyEndedSessions } from '../live/bus/recently-ended-sessions.ts';
import type { LiveGames } from '../live/live-games.ts';
import type { Caller } from '../services/account/caller.ts';
import type { Services } from '../services/services.ts';
import type { Connection } from './connection.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

export interface CommandParts {
  readonly services: Services;
  readonly liveGames: LiveGames;
  readonly rooms: Rooms;
  readonly recentlyEnded: Pick<RecentlyEndedSessions, 'has'>;
  /** The measured round trip of a connection, in ms (C-5). */
  readonly roundTripOf: (connection: Connection) => number;
}

/** How many games one socket may follow. */
const MOST_GAMES = 100;

/** How often a move is tried when another process changes the game in between. */
const TRIES = 3;

/**
 * Executes a command; resolves when the messages about it have been sent to everyone at this process.
 * @throws RookeryError with the reason (W-5, W-6)
 */
export async function handleCommand(
  parts: CommandParts,
  connection: Connection,
  command: UserGameCommand,
): Promise<void> {
  const { commandType, gameID } = command;
  const { username } = await authenticate(parts, connection, command.authToken ?? null);
  if (commandType === 'CONNECT') {
    if (connection.rooms.size >= MOST_GAMES && !connection.rooms.has(gameID)) {
      throw new RookeryError('bad_request', {
        field: 'gameID',
        problem: problem('request.leaveSome', { most: MOST_GAMES }),
      });
    }
    return parts.rooms.enter(gameID, connection, username);
  }
  const room = connection.rooms.get(gameID);
  if (!room) {
    throw new RookeryError('forbidden', {
      field: 'gameID',
      problem: problem('request.connectFirst', { gameID: String(gameID) }),
    });
  }
  switch (commandType) {
    case 'MAKE_MOVE':
      await move(parts, { connection, room, username }, command.move);
      return room.settled();
    case 'RESIGN':
      await resign(parts, gameID, username);
      return room.settled();
    case 'LEAVE':
      return leave(parts, { connection, room, username });
    default:
      return commandType satisfies never;
  }
}

/** The sender of a command: user, connection, and the game's room. */
interface Sender {
  readonly connection: Connection;
  readonly room: Room;
  readonly username: string;
}

/** Every command carries its token; the session is cached. @throws RookeryError `unauthorized` */
async function authenticate(
  { services, recentlyEnded }: CommandParts,
  connection: Connection,
  token: string | null,
): Promise<Caller> {
  const known = connection.knownSession(token);
  if (known) return known;
  const caller = await services.session.require(token);
  if (recentlyEnded.has(caller.tokenDigest)) throw new RookeryError('unauthorized');
  connection.remember(token, caller);
  return caller;
}

/** A move here names no ply: it applies to the current position. */
async function move(
  { services, liveGames, roundTripOf }: CommandParts,
  { connection, room, username }: Sender,
  uci: string,
): Promise<void> {
  const lag = { measuredMs: roundTripOf(connection) };
  for (let attempt = 1; ; attempt++) {
    const { ply } = await liveGames.summary(room.gameID);
    try {
      const { number } = await services.makeMove.makeMove(username, room.gameID, { ply, uci, lag });
      room.movedBy(connection, number);
      return;
    } catch (error) {
      if (!isApiError(error, 'stale_ply') || attempt === TRIES) throw error;
    }
  }
}

/** The protocol has no abort: before both have moved, a resignation ends a game for two without a result (E-4). */
async function resign({ services }: CommandParts, gameID: number, username: string): Promise<void> {
  try {
    await services.ask.ask(username, gameID, 'resign');
  } catch (error) {
    if (!isApiError(error, 'resign_too_soon')) throw error;
    await services.ask.ask(username, gameID, 'abort');
  }
}

/** W-3: frees the seat where that is possible; everyone may leave. */
async function leave(
  { services, rooms }: CommandParts,
  { connection, room, username }: Sender,
): Promise<void> {
  const role = room.roleOf(username);
  let freed: string | null = null;
  try {
    if ((await services.ask.ask(username, room.gameID, 'leave')) > 0) freed = role;
  } catch (error) {
    if (!isApiError(error, 'not_a_player') && !isApiError(error, 'game_over')) throw error;
  }
  // Before the others are notified: the leaving user gets no further message.
  const gone = rooms.leave(room, connection, true);
  await room.announceLeave(username, freed);
  await gone;
}

const isApiError = (error: unknown, code: RookeryError['code']): boolean =>
  isRookeryError(error) && error.code === code;
