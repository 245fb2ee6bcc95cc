// npm run build: builds everything that `npm start` and the tests need, without starting anything.
import { main } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';

await main(async () => {
  await setup('everything');
  console.log('Up to date. Start it with: npm start');
});
