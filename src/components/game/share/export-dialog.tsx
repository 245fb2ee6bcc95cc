'use client';

import { Download } from 'lucide-react';
import { useRef } from 'react';
import type { GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { openingOf } from '../../../openings/openings.ts';
import { pgnOf } from '../../../rules/notation/pgn.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { inputClass } from '../../ui/field.tsx';
import { CopyButton } from './copy-button.tsx';
import { useMoveClocks } from './use-move-clocks.ts';

export interface ExportDialogProps {
  readonly game: GameView;
  /** The position that the board shows. */
  readonly fen: string;
  readonly onClose: () => void;
}

/** The game as PGN and the position as FEN, to copy or to download. */
export function ExportDialog({ game, fen, onClose }: ExportDialogProps) {
  const clocksMs = useMoveClocks(game);
  const site = `${window.location.origin}/game/${game.gameID}`;
  const { setup, initialFen, moves } = game;
  const opening = openingOf({ variant: setup.variant, initialFen, moves });
  const pgn = pgnOf(game, { site, clocksMs, opening });
  const pgnField = useRef<HTMLTextAreaElement>(null);
  const fenField = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      onClose={onClose}
      title={gameText('export.title')}
      description={gameText('export.text')}
    >
      <div className="mt-4 flex flex-wrap gap-2">
        <textarea
          ref={pgnField}
          readOnly
          value={pgn}
          rows={9}
          aria-label={gameText('export.pgn')}
          className={`${inputClass} py-2 font-mono pointer-fine:text-xs!`}
        />
        <CopyButton label={gameText('export.copyPgn')} field={pgnField} />
        <Button size="small" onClick={() => save(`rookery-${game.gameID}.pgn`, pgn)}>
          <Download className="size-4" aria-hidden="true" />
          {gameText('export.downloadPgn')}
        </Button>
      </div>
      <div className="mt-5 flex flex-wrap gap-2">
        <input
          ref={fenField}
          readOnly
          value={fen}
          aria-label={gameText('export.fen')}
          className={`${inputClass} font-mono pointer-fine:text-xs!`}
        />
        <CopyButton label={gameText('export.copyFen')} field={fenField} />
      </div>
    </Dialog>
  );
}

/** Downloads a text as a file of this name. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-chess-pgn' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the URL only after this function has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
