'use client';

import { useId } from 'react';

export interface SliderProps {
  readonly label: string;
  /** The values that can be chosen, ascending. */
  readonly stops: readonly number[];
  readonly value: number;
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A native slider over a list of values. */
export function Slider({ label, stops, value, text, onChange }: SliderProps) {
  const id = useId();
  const at = stops.findIndex((stop) => stop >= value);
  return (
    <div>
      <p className="flex items-baseline justify-between text-sm">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id} className="figures font-[650] text-base">
          {text}
        </output>
      </p>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={at < 0 ? stops.length - 1 : at}
        aria-valuetext={text}
        onChange={(event) => onChange(stops[event.currentTarget.valueAsNumber] ?? value)}
        className="mt-1 block h-6 w-full cursor-pointer accent-feather"
      />
    </div>
  );
}
