'use client';

import { useMemo } from 'react';
import type { OpenGamesFilter } from '../../contract/game/index.ts';
import { variantName } from '../../contract/game/variant-names.ts';
import { useRemembered } from '../hooks/use-remembered.ts';
import { speedName } from '../text/game-words.ts';
import { Select } from '../ui/select.tsx';

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
/** How far off a host's rating may be. */
const distances = [100, 200, 400] as const;
const strengths = [
  { value: 'all', words: 'Any rating' },
  ...distances.map((within) => ({ value: `${within}`, words: `Mine ± ${within}` })),
];

/** What is chosen, as the server is asked for it; what this version doesn't know counts as any. */
function gameRequestOf(
  speed: string,
  variant: string,
  kind: string,
  strength: string,
): OpenGamesFilter {
  const within = distances.find((one) => `${one}` === strength);
  return {
    ...(Object.hasOwn(speedName, speed) && { speed: speed as keyof typeof speedName }),
    ...(Object.hasOwn(variantName, variant) && { variant: variant as keyof typeof variantName }),
    ...(kind !== 'all' && { rated: kind === 'rated' }),
    ...(within !== undefined && { within }),
  };
}

/** Which open games the reader wants to see; remembered on this device. */
export function useFilters(username: string | null) {
  const [speed, setSpeed] = useRemembered('rookery.lobby.speed', 'all', isText);
  const [variant, setVariant] = useRemembered('rookery.lobby.variant', 'all', isText);
  const [kind, setKind] = useRemembered('rookery.lobby.kind', 'all', isText);
  const [strength, setStrength] = useRemembered('rookery.lobby.rating', 'all', isText);
  const near = username === null ? 'all' : strength;
  const wanted = useMemo(
    () => gameRequestOf(speed, variant, kind, near),
    [speed, variant, kind, near],
  );
  const clear = () => {
    for (const set of [setSpeed, setVariant, setKind, setStrength]) set('all');
  };
  return {
    wanted,
    /** Whether anything is left out. */
    narrow: Object.keys(wanted).length > 0,
    clear,
    inputs: (
      <div
        className={`mb-3 grid grid-cols-2 gap-2 ${username === null ? 'sm:grid-cols-3 max-sm:*:last:col-span-2' : 'sm:grid-cols-4'}`}
      >
        <Select bare label="Speed" value={speed} options={speeds} onChange={setSpeed} />
        <Select bare label="Variant" value={variant} options={variants} onChange={setVariant} />
        <Select bare label="Rated or casual" value={kind} options={kinds} onChange={setKind} />
        {username !== null && (
          <Select
            bare
            label="Opponent’s rating"
            value={strength}
            options={strengths}
            onChange={setStrength}
          />
        )}
      </div>
    ),
  };
}
