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
  /** The piece of the pocket that is being dropped. */
  readonly dropping: PocketRole | null;
  readonly onDropped: () => void;
}

/** What lies on the board at times: where a piece may be dropped, what a pawn may become. */
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
