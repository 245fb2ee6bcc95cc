'use client';

import { useEffect, useRef } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { Button } from '../../ui/button.tsx';

/** Asks for confirmation of the move that the board shows. Enter plays it, Escape takes it back. */
export function ConfirmMove({ san, onAnswer }: { san: string; onAnswer: (yes: boolean) => void }) {
  const row = useRef<HTMLDivElement>(null);
  useEscape(true, () => onAnswer(false));
  useEffect(() => {
    const before = document.activeElement;
    row.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div ref={row} className="flex gap-2 p-3 pt-1.5 *:flex-auto">
      <Button size="small" tone="primary" onClick={() => onAnswer(true)}>
        {gameText('confirm.play', { san })}
      </Button>
      <Button size="small" onClick={() => onAnswer(false)}>
        {gameText('confirm.takeBack')}
      </Button>
    </div>
  );
}
