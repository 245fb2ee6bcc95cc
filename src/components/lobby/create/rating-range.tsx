'use client';

import { createText } from '../../../generated/texts/create.ts';
import { inputClass } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { DraftPartProps } from './time-choice.tsx';

/** The range of the opponent's rating. */
export function RatingRange({ draft, change, fault }: DraftPartProps) {
  const { limited, minRating, maxRating } = draft;
  const input = (label: string, value: number, set: (rating: number) => void) => (
    <input
      type="number"
      inputMode="numeric"
      min={0}
      max={4000}
      step={50}
      aria-label={label}
      aria-invalid={fault !== undefined}
      value={value}
      onChange={(event) => set(Math.round(event.currentTarget.valueAsNumber) || 0)}
      className={`${inputClass} figures w-24!`}
    />
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Switch
          label={createText('ratingRange.label')}
          checked={limited}
          onChange={(next) => change({ limited: next })}
        />
        {limited && (
          <span className="flex items-center gap-2">
            {input(createText('ratingRange.lowest'), minRating, (rating) =>
              change({ minRating: rating }),
            )}
            <span aria-hidden="true">–</span>
            {input(createText('ratingRange.highest'), maxRating, (rating) =>
              change({ maxRating: rating }),
            )}
          </span>
        )}
      </div>
      {fault && (
        <p role="alert" className="text-bad text-sm">
          {fault}
        </p>
      )}
    </div>
  );
}
