'use client';

import { useId } from 'react';

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** Why it can't be turned on. */
  readonly why?: string | undefined;
  readonly onChange: (checked: boolean) => void;
}

/** A labelled switch. */
export function Switch({ label, checked, disabled = false, why, onChange }: SwitchProps) {
  const id = useId();
  return (
    <span className="flex items-center gap-2.5 text-[0.9375rem]" title={why}>
      <label htmlFor={id} className={disabled ? 'text-muted' : undefined}>
        {label}
        {why && <span className="sr-only">: {why}</span>}
      </label>
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={checked}
        disabled={disabled}
        onClick={() => onChange(!checked)}
        className="group relative h-6 w-11 shrink-0 rounded-full border border-edge bg-sunken transition-colors aria-checked:border-feather aria-checked:bg-feather"
      >
        <span className="block size-4 translate-x-1 rounded-full bg-edge transition-transform group-aria-checked:translate-x-[1.375rem] group-aria-checked:bg-on-feather" />
      </button>
    </span>
  );
}
