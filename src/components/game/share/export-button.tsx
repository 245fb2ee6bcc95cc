'use client';

import { useState } from 'react';
import type { GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { lazy } from '../../hooks/lazy.tsx';
import { buttonClass } from '../../ui/button.tsx';

const ExportDialog = lazy(() =>
  import('./export-dialog.tsx').then((loaded) => loaded.ExportDialog),
);

export interface ExportButtonProps {
  readonly game: GameView;
  /** The position that the board shows. */
  readonly fen: string;
}

/** Opens the export of a game. */
export function ExportButton(props: ExportButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={buttonClass('quiet', 'small')}>
        {gameText('export.title')}
      </button>
      {open && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
