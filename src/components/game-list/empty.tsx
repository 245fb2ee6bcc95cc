import type { ReactNode } from 'react';

/** Shown in place of an empty list: that it is empty, and how it fills. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="rounded-xl border border-line border-dashed px-5 py-7 text-center">
      <p className="font-[560]">{title}</p>
      <p className="mx-auto mt-1 max-w-prose text-muted text-sm">{children}</p>
    </div>
  );
}
