'use client';

import { Switch as Radix } from 'radix-ui';
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
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="relative h-6 w-11 shrink-0 rounded-full border border-edge bg-sunken transition-colors data-[state=checked]:border-feather data-[state=checked]:bg-feather"
      >
        <Radix.Thumb className="block size-4 translate-x-1 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-[1.375rem] data-[state=checked]:bg-on-feather" />
      </Radix.Root>
    </span>
  );
}
