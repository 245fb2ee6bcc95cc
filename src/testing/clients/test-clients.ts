import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import {
  type ConnectionState,
  createRookeryClient,
  type RookeryClient,
} from '../../client/index.ts';
import { startProxy, type TcpProxy } from '../faults/tcp-proxy.ts';
import type { Fate } from '../faults/troubles.ts';
import { longPlay, type SeatedGame } from './seated-game.ts';
import { type Watcher, watchWith } from './watcher.ts';

/** The two players' clients. */
export type Players = readonly [white: RookeryClient, black: RookeryClient];

/** Makes clients, lines that can be cut, and watchers; all of them end with the test. */
export function testClients() {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  const onEnd = (end: () => unknown) => void ends.push(end);

  function clientOf(
    url: string,
    token?: string,
    onState: (state: ConnectionState) => void = () => {},
  ): RookeryClient {
    const client = createRookeryClient({ url, token, WebSocket, onState });
    onEnd(() => client.close());
    return client;
  }
  /** A line to the server on this port. */
  async function lineTo(port: number, fateOf?: () => Fate): Promise<TcpProxy> {
    const line = await startProxy(port, fateOf);
    onEnd(() => line.close());
    return line;
  }
  function watch(client: RookeryClient, gameID: number): Watcher {
    const watcher = watchWith(client, gameID);
    onEnd(watcher.stop);
    return watcher;
  }
  const playersOf = (url: string, { white, black }: SeatedGame): Players => [
    clientOf(url, white.token),
    clientOf(url, black.token),
  ];
  return { clientOf, lineTo, watch, playersOf, onEnd };
}

/** Plays `longPlay` from ply to ply. */
export async function playLong(
  players: Players,
  gameID: number,
  from: number,
  to: number,
): Promise<void> {
  for (let ply = from; ply < to; ply++) {
    const mover = players[ply % 2 === 0 ? 0 : 1];
    await mover.api.game.move.mutate({ gameID, ply, uci: longPlay[ply] ?? '' });
  }
}

/** The numbers of all events up to this one. */
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);
