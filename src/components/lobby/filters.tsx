'use client';

import { useMemo } from 'react';
import type { OpenGamesFilter } from '../../contract/game/index.ts';
import { speeds, variants } from '../../contract/game/kinds.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { useRemembered } from '../hooks/use-remembered.ts';
import { Select } from '../ui/select.tsx';

const isText = (value: unknown): value is string => typeof value === 'string';

const speedOptions = () => [
  { value: 'all', label: lobbyText('filter.anySpeed') },
  ...speeds.map((value) => ({ value, label: chessText(`speed.${value}`) })),
];
const variantOptions = () => [
  { value: 'all', label: lobbyText('filter.anyVariant') },
  ...variants.map((value) => ({ value, label: chessText(`variant.${value}`) })),
];
const kinds = () => [
  { value: 'all', label: lobbyText('filter.anyMode') },
  { value: 'rated', label: lobbyText('filter.rated') },
  { value: 'casual', label: lobbyText('filter.casual') },
];
/** The choices for how far the host's rating may be from the reader's. */
const distances = [100, 200, 400] as const;
const strengths = () => [
  { value: 'all', label: lobbyText('filter.anyRating') },
  ...distances.map((within) => ({
    value: `${within}`,
    label: lobbyText('filter.within', { within }),
  })),
];

/** The filter for the server; a stored choice that this version doesn't know counts as any. */
function filterOf(speed: string, variant: string, kind: string, strength: string): OpenGamesFilter {
  const within = distances.find((one) => `${one}` === strength);
  const knownSpeed = speeds.find((one) => one === speed);
  const knownVariant = variants.find((one) => one === variant);
  return {
    ...(knownSpeed && { speed: knownSpeed }),
    ...(knownVariant && { variant: knownVariant }),
    ...(kind !== 'all' && { rated: kind === 'rated' }),
    ...(within !== undefined && { within }),
  };
}

/** The filters of the open games, which this browser remembers. */
export function useFilters(username: string | null) {
  const [speed, setSpeed] = useRemembered('rookery.lobby.speed', 'all', isText);
  const [variant, setVariant] = useRemembered('rookery.lobby.variant', 'all', isText);
  const [kind, setKind] = useRemembered('rookery.lobby.kind', 'all', isText);
  const [strength, setStrength] = useRemembered('rookery.lobby.rating', 'all', isText);
  const near = username === null ? 'all' : strength;
  const filter = useMemo(() => filterOf(speed, variant, kind, near), [speed, variant, kind, near]);
  const clear = () => {
    for (const set of [setSpeed, setVariant, setKind, setStrength]) set('all');
  };
  return {
    filter,
    /** Whether the filter excludes anything. */
    narrow: Object.keys(filter).length > 0,
    clear,
    inputs: (
      <div
        className={`mb-3 grid grid-cols-2 gap-2 ${username === null ? 'sm:grid-cols-3 max-sm:*:last:col-span-2' : 'sm:grid-cols-4'}`}
      >
        <Select
          bare
          label={lobbyText('filter.speed')}
          value={speed}
          options={speedOptions()}
          onChange={setSpeed}
        />
        <Select
          bare
          label={lobbyText('filter.variant')}
          value={variant}
          options={variantOptions()}
          onChange={setVariant}
        />
        <Select
          bare
          label={lobbyText('filter.mode')}
          value={kind}
          options={kinds()}
          onChange={setKind}
        />
        {username !== null && (
          <Select
            bare
            label={lobbyText('filter.rating')}
            value={strength}
            options={strengths()}
            onChange={setStrength}
          />
        )}
      </div>
    ),
  };
}
