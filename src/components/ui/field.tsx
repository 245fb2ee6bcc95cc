import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** How every text input looks. Where fingers point it keeps to 16 px: below, iPhones zoom into it. */
export const inputClass = clsx(
  'touchable w-full rounded-lg border border-edge bg-surface px-3 text-base text-ink',
  'placeholder:text-muted hover:border-muted aria-invalid:border-bad aria-invalid:bg-bad-soft',
  'transition-colors duration-100',
);

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  readonly name: string;
  /** What is expected, said before anything is wrong. */
  readonly hint?: string | undefined;
  /** What is wrong, and what would be right. */
  readonly error?: string | undefined;
  /** Something at the right end of the input, such as a button. */
  readonly end?: ReactNode;
}

/** A labelled input with its hint and its error, tied together for screen readers. A line is kept free for them. */
export function Field({ label, name, hint, error, end, className, ...input }: FieldProps) {
  const id = `field-${name}`;
  const notes = `${id}-note`;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-[560] text-sm">
        {label}
      </label>
      <span className="relative">
        <input
          {...input}
          id={id}
          name={name}
          aria-invalid={error !== undefined}
          aria-describedby={notes}
          className={clsx(inputClass, end !== undefined && 'pr-12', className)}
        />
        {end}
      </span>
      <p
        id={notes}
        className={clsx('min-h-5 text-sm leading-5', error ? 'text-bad' : 'text-muted')}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
