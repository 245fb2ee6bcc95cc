import { clsx } from 'clsx';
import type { Color } from '../../contract/game/index.ts';

/** A disc of the side's colour, visible in both colour schemes. Hidden from screen readers, because a text says the same. */
export function SeatIcon({ color, className }: { color: Color; className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-block size-3 shrink-0 rounded-full border border-edge',
        color === 'white' ? 'bg-[#fdfaf3]' : 'bg-[#14181d]',
        className,
      )}
    />
  );
}
