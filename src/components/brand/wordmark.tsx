import { Mark } from './mark.tsx';

/** The name with its mark, at the size of the text around it. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-[0.4em] font-[680] tracking-[-0.035em]">
      <Mark className="size-[1.15em] text-feather" />
      {/* On the narrowest phones the mark leaves room for the rest of the header. */}
      <span className="max-[24rem]:sr-only">Rookery</span>
    </span>
  );
}
