'use client';

import { Check, Copy } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from './copy-text.ts';

export interface CopyButtonProps {
  readonly label: string;
  /** The field whose text is copied. */
  readonly field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
}

/** Copies a field's text and says so. If the browser refuses, it explains how to copy by hand. */
export function CopyButton({ label, field }: CopyButtonProps) {
  const [result, setResult] = useState<'none' | 'copied' | 'byHand'>('none');
  const Icon = result === 'copied' ? Check : Copy;

  async function copy(): Promise<void> {
    if (field.current) setResult((await copyText(field.current)) ? 'copied' : 'byHand');
  }

  return (
    <>
      <Button size="small" onClick={() => void copy()} aria-live="polite">
        <Icon className="size-4" aria-hidden="true" />
        {result === 'copied' ? gameText('copy.done') : label}
      </Button>
      {result === 'byHand' && (
        <p role="status" className="basis-full text-muted text-sm">
          {gameText('copy.byHand')}
        </p>
      )}
    </>
  );
}
