'use client';

import { speedOf } from '../../../contract/game/chess-time.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { createText } from '../../../generated/texts/create.ts';
import { Segments } from '../../ui/segments.tsx';
import { quickPools } from '../seek/quick-pools.ts';
import { type Draft, dayStops, minuteStops, secondStops } from './draft.ts';
import { Slider } from './slider.tsx';

export interface DraftPartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** The error of this part. */
  readonly fault: string | undefined;
}

const fractions: Readonly<Record<number, string>> = { 0.25: '¼', 0.5: '½', 0.75: '¾', 1.5: '1½' };

/** The time control (C-1): presets for the usual ones, sliders for any other. */
export function TimeChoice({ draft, change, fault }: DraftPartProps) {
  const { time, minutes, increment, days } = draft;
  const limitMs = minutes * 60_000;
  const speed = chessText(
    `speed.${speedOf({ type: 'clock', limitMs, incrementMs: increment * 1000 })}`,
  );
  return (
    <div className="flex flex-col gap-3">
      <Segments
        legend={createText('time.label')}
        name="time"
        className="grid-cols-3"
        value={time}
        onChange={(next) => change({ time: next })}
        options={[
          { value: 'clock', label: createText('time.clock') },
          { value: 'correspondence', label: createText('time.correspondence') },
          { value: 'unlimited', label: createText('time.unlimited') },
        ]}
      />
      {time === 'clock' && (
        <div className="flex flex-col gap-3 rounded-xl border border-line p-3">
          <div className="grid grid-cols-5 gap-1.5">
            {quickPools.map(({ label, timeControl }) => {
              if (timeControl.type !== 'clock') return null;
              const preset = {
                minutes: timeControl.limitMs / 60_000,
                increment: timeControl.incrementMs / 1000,
              };
              const chosen = preset.minutes === minutes && preset.increment === increment;
              return (
                <button
                  key={label}
                  type="button"
                  aria-pressed={chosen}
                  onClick={() => change(preset)}
                  className={`touchable figures rounded-lg border px-1 text-sm ${
                    chosen
                      ? 'border-feather bg-feather-soft font-[620] text-feather'
                      : 'border-line hover:border-edge'
                  }`}
                >
                  {label}
                </button>
              );
            })}
          </div>
          <Slider
            label={createText('time.minutes')}
            stops={minuteStops}
            value={minutes}
            text={fractions[minutes] ?? String(minutes)}
            onChange={(next) => change({ minutes: next })}
          />
          <Slider
            label={createText('time.increment')}
            stops={secondStops}
            value={increment}
            text={String(increment)}
            onChange={(next) => change({ increment: next })}
          />
          <p
            className={fault ? 'text-bad text-sm' : 'text-muted text-sm'}
            role={fault ? 'alert' : undefined}
          >
            {fault ?? createText('time.speed', { speed })}
          </p>
        </div>
      )}
      {time === 'correspondence' && (
        <Segments
          legend={createText('time.days')}
          name="days"
          className="grid-cols-7"
          value={days}
          onChange={(next) => change({ days: next })}
          options={dayStops.map((value) => ({ value, label: value }))}
        />
      )}
    </div>
  );
}
