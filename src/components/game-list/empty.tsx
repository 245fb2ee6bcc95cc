import type { ReactNode } from 'react';

/** Said where a list has nothing in it, with what would change that. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="rounded-xl border border-line border-dashed px-5 py-7 text-center">
      <p className="font-[560]">{title}</p>
      <p className="mx-auto mt-1 max-w-prose text-muted text-sm">{children}</p>
    </div>
  );
}
