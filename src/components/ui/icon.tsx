import type { ReactNode } from 'react';

export interface IconProps {
  readonly className: string;
  readonly strokeWidth?: number;
  /** Lines in a square of 24. */
  readonly children: ReactNode;
}

/**
 * A drawing in lines, beside words, hence passed over by screen readers. For what every page or home shows: the library's
 * icons, which other parts use, come with code of their own.
 */
export const Icon = ({ className, strokeWidth = 2, children }: IconProps) => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    className={className}
  >
    {children}
  </svg>
);
