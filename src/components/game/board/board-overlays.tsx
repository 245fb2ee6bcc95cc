'use client';

import type { Color, Variant } from '../../../contract/game/index.ts';
import { type PocketRole, promotionRoles } from '../../../rules/index.ts';
import { DropTargets } from './drop-targets.tsx';
import { PromotionDialog } from './promotion-dialog.tsx';
import type { BoardInput } from './use-board-input.ts';

export interface BoardOverlaysProps {
  readonly input: BoardInput;
  readonly variant: Variant;
  readonly orientation: Color;
  /** The piece from the pocket that is being dropped. */
  readonly dropping: PocketRole | null;
  readonly onDropped: () => void;
}

/** The overlays of the board: the squares where a piece may be dropped, and the choice of a promotion. */
export function BoardOverlays(props: BoardOverlaysProps) {
  const { input, variant, orientation, dropping, onDropped } = props;
  return (
    <>
      {dropping && (
        <DropTargets
          role={dropping}
          squares={input.dropSquares(dropping)}
          orientation={orientation}
          onDrop={(square) => {
            onDropped();
            if (square) input.drop(dropping, square);
          }}
        />
      )}
      {input.promotion && (
        <PromotionDialog
          promotion={input.promotion}
          roles={promotionRoles(variant)}
          orientation={orientation}
          onChoose={input.promote}
        />
      )}
    </>
  );
}
