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
   * Follows a game: the view now and after every event, without gaps or repeats, also across a lost connection.
   * @returns a function that stops
   */
  watchGame(
    gameID: number,
    onChange: (view: GameView, event: GameEvent | null) => void,
    onError?: (error: unknown) => void,
  ): () => void;
  /**
   * Plays a move in the position of `view`. A repeated call with the same view, whatever has happened since, gives the
   * first answer and plays nothing (T-2).
   */
  move(view: Pick<GameView, 'gameID' | 'moves' | 'lastEvent'>, uci: string): Promise<MoveAnswer>;
  /** Closes the connection; pending calls fail. */
  close(): Promise<void>;
}

/**
 * Connects to a server. Everything uses one WebSocket that reconnects by itself: subscriptions continue after the last
 * event seen (T-1), and a move whose answer was lost is sent again without being played twice (T-2).
 *
 * A call that the server rejects throws; {@link apiErrorOf} gives the reason. It is null when the connection broke before
 * the answer arrived: the client repeats queries and moves by itself; whether anything else took effect, such as a draw
 * offer, is visible in the game.
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
