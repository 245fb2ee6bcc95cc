// Plays a share of the games where the driver can't be compiled. Started by many-players.ts, which sends the share, and
// then "play".
import { once } from 'node:events';
import { Arena } from './arena.ts';
import { connectTo } from './dialects.ts';
import type { Played, Share } from './many-players.ts';

const [share] = (await once(process, 'message')) as [Share];
const games = share.seats.length / 2;
const arena: Arena = new Arena(games, share.pool, {
  send: (game, ply, uci) => players.send(game, ply, uci),
});
const players = await connectTo(share, arena);
const told = once(process, 'message');
process.send?.(['ready']);
await told;
const perSecond = share.rate === 0 ? undefined : (share.rate * games) / share.games;
await arena.play(share.warmUpSeconds, perSecond);
process.send?.(['playing']);
const before = process.cpuUsage();
const { latenciesMs, refused, seconds } = await arena.play(share.seconds, perSecond);
const { user, system } = process.cpuUsage(before);
const played: Played = {
  latenciesMs,
  refused,
  seconds,
  finished: arena.finished,
  cpuSeconds: (user + system) / 1e6,
};
process.send?.(['played', played]);
