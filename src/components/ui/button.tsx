import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type Tone = 'primary' | 'plain' | 'quiet' | 'danger';
type Size = 'small' | 'normal' | 'large';

const tones: Readonly<Record<Tone, string>> = {
  primary: 'bg-feather text-on-feather shadow-card hover:bg-feather-strong',
  plain: 'border border-line bg-surface text-ink hover:border-edge hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'bg-bad text-on-bad hover:brightness-110',
};

const sizes: Readonly<Record<Size, string>> = {
  small: 'px-3 text-sm',
  normal: 'px-4 text-[0.9375rem]',
  large: 'px-6 text-base min-h-12!',
};

/** How anything that is pressed looks, a link included. */
export function buttonClass(tone: Tone = 'plain', size: Size = 'normal'): string {
  return clsx(
    'touchable inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-lg font-[560]',
    'transition-colors duration-100 active:translate-y-px disabled:pointer-events-none',
    'disabled:data-waiting:opacity-60 disabled:data-unable:opacity-50',
    tones[tone],
    sizes[size],
  );
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly tone?: Tone;
  readonly size?: Size;
  readonly type?: 'button' | 'submit';
  /** Pressed, and the answer is awaited: it can't be pressed again. */
  readonly waiting?: boolean;
}

/** A button. `disabled` alone does not dim it: that is for the moment before the page has come alive. */
export function Button({
  tone,
  size,
  waiting = false,
  disabled = false,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || waiting}
      data-waiting={waiting || undefined}
      className={clsx(buttonClass(tone, size), className)}
    />
  );
}
