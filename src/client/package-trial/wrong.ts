import { createRookeryClient } from 'rookery/client';

const { api } = createRookeryClient({ url: 'http://localhost:3000' });
// None of these calls may compile.
await api.game.move.mutate({ gameID: '12', ply: 0, uci: 'e2e4' });
await api.game.join.mutate({ gameID: 12, color: 'red' });
await api.game.teleport.mutate({ gameID: 12 });
const { winner } = await api.game.get.query({ gameID: 12 });
console.log(winner);
