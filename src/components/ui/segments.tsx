import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface Segment<T extends string | number> {
  readonly value: T;
  readonly label: ReactNode;
  /** Why it can't be chosen now. */
  readonly why?: string | undefined;
}

export interface SegmentsProps<T extends string | number> {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
  /** Said beneath: why something can't be chosen, or what is wrong. */
  readonly note?: ReactNode;
  readonly className?: string;
}

/** Radio buttons side by side. */
export function Segments<T extends string | number>(props: SegmentsProps<T>) {
  const { legend, name, value, options, onChange, note, className } = props;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-[560] text-sm">{legend}</legend>
      <div className={clsx('grid gap-1 rounded-xl bg-sunken p-1', className)}>
        {options.map((option) => (
          <label
            key={option.value}
            title={option.why}
            className={clsx(
              'touchable relative flex items-center justify-center rounded-lg px-1.5 text-center text-sm leading-tight transition-colors',
              'has-checked:bg-surface has-checked:font-[600] has-checked:text-ink has-checked:shadow-card',
              'has-focus-visible:outline-2 has-focus-visible:outline-feather',
              option.why ? 'text-muted opacity-60' : 'cursor-pointer text-muted hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={option.why !== undefined}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-[inherit] opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
      {note && <div className="mt-1.5 text-muted text-sm">{note}</div>}
    </fieldset>
  );
}
