import { apiErrorOf, createRookeryClient, type GameView } from 'rookery/client';
import WebSocket from 'ws';

// Plays a game to mate. Prints "half" in the middle, where the test restarts the server, and continues at once.
const url = process.argv[2] ?? '';
const visitor = createRookeryClient({ url, WebSocket });

async function player(username: string) {
  const { authToken } = await visitor.api.auth.register.mutate({
    username,
    password: 'correct horse battery',
    email: `${username}@example.org`,
  });
  return createRookeryClient({ url, token: authToken, WebSocket });
}

const white = await player('wanda');
const black = await player('boris');
const { gameID } = await white.api.game.create.mutate({ gameName: 'From two programs' });
await white.api.game.join.mutate({ gameID, color: 'white' });
await black.api.game.join.mutate({ gameID, color: 'black' });

const seen: number[] = [];
const over = new Promise<GameView>((resolve, reject) => {
  visitor.watchGame(
    gameID,
    (view, event) => {
      if (event) seen.push(event.number);
      if (view.ending) resolve(view);
    },
    reject,
  );
});

for (const [ply, uci] of ['f2f3', 'e7e5', 'g2g4', 'd8h4'].entries()) {
  const { api } = ply % 2 === 0 ? white : black;
  if (ply === 2) {
    const error = await api.game.move.mutate({ gameID, ply, uci: 'e1e8' }).catch(apiErrorOf);
    console.log(error && 'code' in error ? error.code : 'no error');
    console.log('half');
  }
  await api.game.move.mutate({ gameID, ply, uci });
}
const { moves, ending } = await over;
console.log(JSON.stringify({ moves: moves.map(({ san }) => san), ending, seen }));
process.exit(0);
