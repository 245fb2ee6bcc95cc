import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type Tone = 'primary' | 'plain' | 'quiet' | 'danger';
type Size = 'small' | 'normal' | 'large';

/** How anything that is pressed looks, a link included: classes of styles/button.css. */
export const buttonClass = (tone: Tone = 'plain', size: Size = 'normal'): string =>
  `button button-${tone} button-${size}`;

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
