'use client';

import type { GameSummary } from '../../contract/game.ts';
import { speedOf } from '../../contract/plain.ts';
import { speedName, variantName } from '../text/game-words.ts';
import { Select } from '../ui/select.tsx';
import { useRemembered } from '../ui/use-remembered.ts';

/** How many open games are shown at most. */
const SHOWN = 100;

const isText = (value: unknown): value is string => typeof value === 'string';

const speeds = [
  { value: 'all', words: 'Any speed' },
  ...Object.entries(speedName).map(([value, words]) => ({ value, words })),
];
const variants = [
  { value: 'all', words: 'Any variant' },
  ...Object.entries(variantName).map(([value, words]) => ({ value, words })),
];
const kinds = [
  { value: 'all', words: 'Any mode' },
  { value: 'rated', words: 'Rated' },
  { value: 'casual', words: 'Casual' },
];

/** Which open games the reader wants to see; remembered on this device. */
export function useFilters() {
  const [speed, setSpeed] = useRemembered('rookery.lobby.speed', 'all', isText);
  const [variant, setVariant] = useRemembered('rookery.lobby.variant', 'all', isText);
  const [kind, setKind] = useRemembered('rookery.lobby.kind', 'all', isText);
  const fits = ({ setup }: GameSummary) =>
    (speed === 'all' || speedOf(setup.timeControl) === speed) &&
    (variant === 'all' || setup.variant === variant) &&
    (kind === 'all' || setup.rated === (kind === 'rated'));
  return {
    apply: (games: readonly GameSummary[]) => games.filter(fits).slice(0, SHOWN),
    inputs: (
      <div className="mb-3 grid grid-cols-3 gap-2">
        <Select bare label="Speed" value={speed} options={speeds} onChange={setSpeed} />
        <Select bare label="Variant" value={variant} options={variants} onChange={setVariant} />
        <Select bare label="Rated or casual" value={kind} options={kinds} onChange={setKind} />
      </div>
    ),
  };
}
