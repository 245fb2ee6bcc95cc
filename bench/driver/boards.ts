import type { Script } from '../lib/scripts.ts';
import { openAll, plyOf, TrpcSocket } from '../lib/trpc-socket.ts';
import { Arena } from './arena.ts';

/** Opens connections of `player<from>` to before `player<to>`, each signed in. */
export const signIn = (port: number, from: number, to: number): Promise<TrpcSocket[]> =>
  openAll(to - from, async (index) => {
    const player = await TrpcSocket.open(port, `player${from + index}`);
    // It is authenticated once this is answered.
    await new Promise((resolve) => player.call('query', 'auth.me', undefined, resolve));
    return player;
  });

/**
 * Has each player follow its game.
 * @param players White and Black of the first game, of the second one, …
 */
export async function follow(
  players: readonly TrpcSocket[],
  pool: readonly Script[],
): Promise<Arena> {
  const arena: Arena = new Arena(players.length / 2, pool, {
    send(game, ply, uci) {
      const input = { gameID: game + 1, ply, uci };
      players[2 * game + (ply % 2)]?.call('mutation', 'game.move', input, (answer) => {
        if (answer === null) arena.refuse();
      });
    },
  });
  await openAll(players.length, async (index) => {
    const game = Math.floor(index / 2);
    // After the two seats; each player gets both sides' moves, and the opponent's ones count.
    const input = { gameID: game + 1, lastEventId: '2' };
    await players[index]?.subscribe('game.events', input, (item) => {
      const ply = plyOf(item);
      if (ply > 0 && ply % 2 === index % 2) arena.arrived(game, ply);
    });
  });
  return arena;
}
