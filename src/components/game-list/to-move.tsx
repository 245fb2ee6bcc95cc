/** A light beside the player whose turn it is. */
export const ToMove = () => (
  <span className="ml-auto size-2 shrink-0 rounded-full bg-lamp">
    <span className="sr-only">to move</span>
  </span>
);
