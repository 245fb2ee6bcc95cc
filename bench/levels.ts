// Plays matches between each of the computer's levels and the one below, and prints the scores. See README.md.
// usage: npm run bench -- levels [--variant standard] [--games 40] [--from 2] [--to 8] [--seed 1]
import { parseArgs } from 'node:util';
import { variant } from '../src/contract/game/basics.ts';
import { COMPUTER_LEVELS } from '../src/contract/game/computer.ts';
import { levels } from '../src/server/engine/levels.ts';
import { playMatch, type Score, seededRandom } from './lib/match.ts';

const { values } = parseArgs({
  options: {
    variant: { type: 'string', default: 'standard' },
    games: { type: 'string', default: '40' },
    from: { type: 'string', default: '2' },
    to: { type: 'string', default: String(COMPUTER_LEVELS) },
    seed: { type: 'string', default: '1' },
  },
});

const variants =
  values.variant === 'all' ? variant.options : variant.array().parse(values.variant.split(','));
const games = Number(values.games);

const share = ({ won, drawn, lost }: Score): string =>
  `${((100 * (won + drawn / 2)) / (won + drawn + lost)).toFixed(0)} %`;

console.log('| variant | level | against | won | drawn | lost | score | seconds |');
console.log('|---|---|---|---|---|---|---|---|');
for (const name of variants) {
  for (let level = Number(values.from); level <= Number(values.to); level += 1) {
    const [below, own] = levels[name].slice(level - 2, level);
    if (!own || !below) throw new Error(`There is no level ${level} with one below.`);
    const began = performance.now();
    const random = seededRandom(Number(values.seed));
    const score = await playMatch(own, below, { variant: name, games, random });
    const { won, drawn, lost } = score;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const cells = [name, level, level - 1, won, drawn, lost, share(score), seconds];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
