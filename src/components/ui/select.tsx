import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { inputClass } from './field.tsx';

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** The label is for screen readers only. */
  readonly bare?: boolean;
  readonly className?: string;
}

/** The browser's own list of choices, dressed as the other inputs are. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, bare = false, className } = props;
  const id = useId();
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={bare ? 'sr-only' : 'font-[560] text-sm'}>
        {label}
      </label>
      <span className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
          className={clsx(
            inputClass,
            'appearance-none',
            bare ? 'pr-7 pl-2.5! pointer-fine:text-sm!' : 'pr-9',
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2 size-4 text-muted"
          aria-hidden="true"
        />
      </span>
    </div>
  );
}
