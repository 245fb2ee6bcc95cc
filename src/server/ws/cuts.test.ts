import { expect, test } from 'vitest';
import type { ServerMessage, WireGame } from '../../contract/game-protocol.ts';
import type { TestUser } from '../../testing/clients/rest-client.ts';
import { longPlay, seatedGame } from '../../testing/clients/seated-game.ts';
import { testClients } from '../../testing/clients/test-clients.ts';
import { openWs, type WsClient } from '../../testing/clients/ws-client.ts';
import type { TcpProxy } from '../../testing/faults/tcp-proxy.ts';
import { randomFrom, testSeed, troubles } from '../../testing/faults/troubles.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { lineTo, onEnd } = testClients();

/** A terminal client that reconnects whenever the connection breaks. */
class Stubborn {
  game: WireGame | null = null;
  /** The number of plies of each loaded game, one list per connection. */
  readonly loaded: number[][] = [];
  #socket: WsClient | null = null;

  constructor(
    private readonly line: TcpProxy,
    private readonly user: TestUser,
    private readonly gameID: number,
  ) {
    onEnd(() => this.leave());
  }

  /** Receives the next message, over a new connection if necessary. */
  async next(): Promise<ServerMessage['serverMessageType'] | 'BROKEN'> {
    try {
      if (!this.#socket) {
        this.loaded.push([]);
        this.#socket = await openWs(this.line.url);
        this.#socket.command(this.user, 'CONNECT', this.gameID);
      }
      const message = await this.#socket.next();
      if (message.serverMessageType === 'LOAD_GAME') {
        this.game = message.game;
        this.loaded.at(-1)?.push(message.game.moves.length);
      }
      return message.serverMessageType;
    } catch {
      this.leave();
      return 'BROKEN';
    }
  }

  async until(isThere: (game: WireGame) => boolean): Promise<void> {
    while (!this.game || !isThere(this.game)) await this.next();
  }

  /** Sends a command, repeatedly until a message or a new connection shows its effect. */
  async insist(send: (socket: WsClient) => void, isThere: (game: WireGame) => boolean) {
    while (!this.game || !isThere(this.game)) {
      if (this.#socket) send(this.#socket);
      while ((await this.next()) === 'NOTIFICATION' && this.game?.status === 'playing');
    }
  }

  move(uci: string, ply: number): Promise<void> {
    return this.insist(
      (socket) => socket.move(this.user, this.gameID, uci),
      (game) => game.moves.length > ply,
    );
  }

  async resign(): Promise<void> {
    while (this.game?.status !== 'finished') {
      if (this.#socket) this.#socket.command(this.user, 'RESIGN', this.gameID);
      await this.next();
      await this.look();
    }
  }

  /** Reconnects, to load the current game. */
  async look(): Promise<void> {
    this.leave();
    while ((await this.next()) !== 'LOAD_GAME');
  }

  leave(): void {
    this.#socket?.socket.terminate();
    this.#socket = null;
  }
}

/** Plays one whole game over three unreliable lines. @returns how often they were cut */
async function badGame(name: string, seed: number): Promise<number> {
  const game = await seatedGame(server().url, name);
  let over = false;
  const badLine = (salt: number) =>
    lineTo(
      server().port,
      troubles(randomFrom(seed + salt), 8, () => over),
    );
  const lines = [await badLine(1), await badLine(2), await badLine(3)] as const;
  const white = new Stubborn(lines[0], game.white, game.gameID);
  const black = new Stubborn(lines[1], game.black, game.gameID);
  const watcher = new Stubborn(lines[2], game.white, game.gameID);
  const everyone = [white, black, watcher];

  const watching = watcher.until(({ moves }) => moves.length === longPlay.length);
  for (const [ply, uci] of longPlay.entries()) {
    const mover = ply % 2 === 0 ? white : black;
    await mover.until(({ moves }) => moves.length === ply);
    await mover.move(uci, ply);
  }
  await watching;
  await black.resign();
  over = true;

  for (const client of everyone) {
    await client.look();
    // Every connection starts with all earlier moves, and then gets each move once.
    let seen = 0;
    for (const plies of client.loaded) {
      for (const [n, ply] of plies.entries()) {
        expect(n === 0 ? ply >= seen : ply === seen || ply === seen + 1).toBe(true);
        seen = ply;
      }
      const moves = plies.filter((ply) => ply < longPlay.length);
      expect(new Set(moves).size, 'no move sent twice').toBe(moves.length);
    }
    expect(client.game).toMatchObject({ status: 'finished', winner: 'WHITE' });
    expect(client.game).toEqual(white.game);
  }
  expect(white.game?.moves).toHaveLength(longPlay.length);
  expect(await playedBy(game.white, game.gameID)).toEqual(longPlay);
  return lines.reduce((sum, line) => sum + line.connections(), 0) - 3;
}

/** The stored moves of a game in UCI. */
async function playedBy({ token }: TestUser, gameID: number): Promise<string[]> {
  const input = encodeURIComponent(JSON.stringify({ gameID }));
  const answer = await fetch(`${server().url}/api/trpc/game.get?input=${input}`, {
    headers: { authorization: token },
  });
  const { result } = (await answer.json()) as { result: { data: { moves: { uci: string }[] } } };
  return result.data.moves.map(({ uci }) => uci);
}

test('W-1 W-2 T-3 a game over connections that break at random moments ends as it was played', async () => {
  const seed = testSeed();
  console.info(`FUZZ_SEED=${seed}`);
  const cuts = await Promise.all([1, 2].map((n) => badGame(`ws${seed}-${n}`, seed + 100 * n)));
  expect(Math.min(...cuts)).toBeGreaterThan(3);
});
