import { afterEach, expect } from 'vitest';
import type { TestServer } from '../server/server.ts';
import { register, type TestUser } from './rest-client.ts';
import { type SeatedGame, seatedGame } from './seated-game.ts';
import { connected, openWs, type WsClient } from './ws-client.ts';

/** A game with its players and an observer connected, and no unread messages. */
export interface WsGame {
  readonly game: SeatedGame;
  readonly observer: TestUser;
  readonly white: WsClient;
  readonly black: WsClient;
  readonly watching: WsClient;
  readonly everyone: readonly WsClient[];
}

/** Opens sockets for the tests of a file; each is closed after its test. */
export function wsGames(server: () => TestServer) {
  const clients: WsClient[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
  });
  const kept = (client: WsClient) => {
    clients.push(client);
    return client;
  };
  const connect = async (user: TestUser, gameID: number) =>
    kept(await connected(server().url, user, gameID));
  return {
    open: async () => kept(await openWs(server().url)),
    connect,
    /** @param name distinguishes this game's users from those of other tests on the same server */
    async table(name: string): Promise<WsGame> {
      const game = await seatedGame(server().url, name);
      const observer = await register(server().url, `${name}-observer`);
      const white = await connect(game.white, game.gameID);
      const black = await connect(game.black, game.gameID);
      const watching = await connect(observer, game.gameID);
      await white.notified();
      await white.notified();
      await black.notified();
      return { game, observer, white, black, watching, everyone: [white, black, watching] };
    },
  };
}

export const others = ({ everyone }: WsGame, one: WsClient): WsClient[] =>
  everyone.filter((client) => client !== one);

/** Plays moves without check through the sockets of both sides, and reads everyone's messages about them. */
export async function play(at: WsGame, moves: readonly string[]): Promise<void> {
  for (const [ply, move] of moves.entries()) {
    const mover = ply % 2 === 0 ? at.white : at.black;
    mover.move(at.game.mover(ply), at.game.gameID, move);
    for (const client of at.everyone) {
      expect((await client.loaded()).moves).toHaveLength(ply + 1);
      if (client !== mover) await client.notified();
    }
  }
}
