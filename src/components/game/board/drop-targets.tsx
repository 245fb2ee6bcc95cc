'use client';

import type { Color } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import type { PocketRole } from '../../../rules/index.ts';
import { cellOf } from '../../board/placement.ts';
import { useEscape } from '../../hooks/use-escape.ts';

export interface DropTargetsProps {
  readonly role: PocketRole;
  readonly squares: readonly string[];
  readonly orientation: Color;
  /** @param square null: nothing is dropped */
  readonly onDrop: (square: string | null) => void;
}

/** The squares where the piece chosen from the pocket may be dropped. Escape cancels. */
export function DropTargets({ role, squares, orientation, onDrop }: DropTargetsProps) {
  useEscape(true, () => onDrop(null));
  return (
    <div className="absolute inset-0 z-10">
      <div aria-hidden="true" className="absolute inset-0" onPointerDown={() => onDrop(null)} />
      {squares.map((square) => {
        const { x, y } = cellOf(square, orientation);
        return (
          <button
            key={square}
            type="button"
            aria-label={gameText('board.drop', { piece: chessText(`piece.${role}`), square })}
            onClick={() => onDrop(square)}
            className="drop-target absolute size-1/8"
            style={{ left: `${x * 12.5}%`, top: `${y * 12.5}%` }}
          />
        );
      })}
    </div>
  );
}
