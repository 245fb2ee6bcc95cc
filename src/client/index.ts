import { createTRPCClient, type TRPCClient } from '@trpc/client';
import type { GameEvent, GameView, MoveAnswer } from '../contract/game/index.ts';
import type { AppRouter } from '../contract/procedures.ts';
import { openSocket, type SocketOptions } from './connection.ts';
import { linksOver } from './links.ts';
import { watchGame } from './watch-game.ts';

export type { Session } from '../contract/account/account.ts';
export type { ErrorCode } from '../contract/errors/index.ts';
export { turnOf } from '../contract/game/chess-time.ts';
export { foldEvent } from '../contract/game/fold.ts';
export type {
  Color,
  Ending,
  GameEvent,
  GameStatus,
  GameSummary,
  GameView,
  Lobby,
  LobbyUpdate,
  MoveAnswer,
  PlayedMove,
  Presence,
} from '../contract/game/index.ts';
export type { AppRouter } from '../contract/procedures.ts';
export { type ApiError, apiErrorOf } from './api-error.ts';
export type { ConnectionState, SocketOptions } from './connection.ts';
export type { WebSocketClass } from './fast-close-socket.ts';

/** A connection to a Rookery server. */
export interface RookeryClient {
  /** Every procedure, typed: `client.api.game.resign.mutate({ gameID })`. */
  readonly api: TRPCClient<AppRouter>;
  /**
   * Follows a game: the view now, and after every event, none left out and none twice, also over a lost connection.
   * @returns a function that stops
   */
  watchGame(
    gameID: number,
    onChange: (view: GameView, event: GameEvent | null) => void,
    onError?: (error: unknown) => void,
  ): () => void;
  /**
   * Plays a move in the position of `view`. Asked again with the same view, whatever has happened since, it gives the first
   * answer and plays nothing (T-2).
   */
  move(view: Pick<GameView, 'gameID' | 'moves' | 'lastEvent'>, uci: string): Promise<MoveAnswer>;
  /** Closes the connection; calls under way get an error. */
  close(): Promise<void>;
}

/**
 * Connects to a server. Everything goes over one WebSocket that comes back by itself: subscriptions continue after the
 * last event seen (T-1), and a move whose answer was lost is sent again without being played twice (T-2).
 *
 * A call that the server refuses throws; {@link apiErrorOf} tells why. It is null when the connection broke before the
 * answer came: queries and moves are then repeated by the client itself; whether anything else has happened, such as a
 * draw offer, the game shows.
 */
export function createRookeryClient(options: SocketOptions): RookeryClient {
  const socket = openSocket(options);
  const api = createTRPCClient<AppRouter>({ links: linksOver(socket) });
  return {
    api,
    watchGame: (gameID, onChange, onError = () => {}) => watchGame(api, gameID, onChange, onError),
    move: ({ gameID, moves, lastEvent }, uci) =>
      api.game.move.mutate({ gameID, ply: moves.length, uci, lastEvent }),
    close: () => socket.close(),
  };
}
