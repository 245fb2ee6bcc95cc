import { type ReactNode, useId } from 'react';

export interface SectionProps {
  /** The heading, which also names the region. */
  readonly title: string;
  /** The number beside the heading; absent for none. */
  readonly count?: number | undefined;
  /** Whether there are more than `count`. */
  readonly more?: boolean;
  /** At the right end of the title's line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a page, with its heading. */
export function Section({ title, count, more = false, end, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-3 flex min-h-8 items-center gap-2.5">
        <h2 id={id} className="font-[650] text-lg tracking-[-0.015em]">
          {title}
        </h2>
        {count !== undefined && (
          <span className="figures rounded-full bg-sunken px-2 py-px font-[560] text-muted text-xs">
            {count}
            {more && '+'}
          </span>
        )}
        <div className="ml-auto">{end}</div>
      </div>
      {children}
    </section>
  );
}
