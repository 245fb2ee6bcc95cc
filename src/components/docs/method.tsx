import { clsx } from 'clsx';

const tones: Readonly<Record<string, string>> = {
  GET: 'bg-feather-soft text-feather',
  DELETE: 'bg-bad-soft text-bad',
};

/** An HTTP method, in its colour. */
export function Method({ children }: { children: string }) {
  return (
    <span
      className={clsx(
        'inline-block w-[4.25rem] shrink-0 rounded-md py-0.5 text-center font-mono font-semibold text-xs',
        tones[children] ?? 'bg-lamp-soft text-lamp-ink',
      )}
    >
      {children}
    </span>
  );
}
