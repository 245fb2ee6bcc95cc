import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Color } from '../../contract/game/index.ts';
import { cellOf, placement } from './placement.ts';

export interface StillBoardProps {
  readonly fen: string;
  readonly orientation?: Color | undefined;
  /** In UCI; its two squares are marked. */
  readonly lastMove?: string | null | undefined;
  /** The square of a king in check. */
  readonly check?: string | undefined;
  /** The accessible name; without one the board is hidden from screen readers. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  /** Drawn between the marks and the pieces. */
  readonly children?: ReactNode;
}

/** A static board: no script, some forty elements, rendered on the server. */
export function StillBoard({
  fen,
  orientation = 'white',
  lastMove,
  check,
  label,
  className,
  children,
}: StillBoardProps) {
  const marks = lastMove ? [lastMove.slice(0, 2), lastMove.slice(2, 4)] : [];
  const at = (square: string) => {
    const { x, y } = cellOf(square, orientation);
    return { transform: `translate(${x * 100}%, ${y * 100}%)` };
  };
  return (
    <div
      className={clsx('board', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {marks.map((square) => (
        <i key={square} className="still-mark" style={at(square)} />
      ))}
      {check && <i className="still-mark check" style={at(check)} />}
      {children}
      {placement(fen).map(({ color, role, square }) => (
        <i key={square} className={`still-piece piece ${color} ${role}`} style={at(square)} />
      ))}
    </div>
  );
}
