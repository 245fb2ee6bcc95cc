'use client';

import { useId } from 'react';

export interface SliderProps {
  readonly label: string;
  /** What it may be set to, rising. */
  readonly stops: readonly number[];
  readonly value: number;
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** The browser's own slider over a list of stops. */
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
