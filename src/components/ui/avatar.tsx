/** A user's initial. Beside the name, hence passed over by screen readers. */
export function Avatar({ username }: { username: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-7 shrink-0 place-items-center rounded-md bg-feather-soft font-[650] text-feather text-xs uppercase"
    >
      {username.slice(0, 1)}
    </span>
  );
}
