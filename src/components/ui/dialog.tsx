'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { uiText } from '../../generated/texts/ui.ts';

export interface DialogProps {
  readonly onClose: () => void;
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
}

/** A dialog in the middle of the window, or along its lower edge on a phone. Open while it is there; Escape and the cross close it. */
export function Dialog({ onClose, title, description, children }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-[appear_120ms_ease-out] bg-veil" />
        <Radix.Content className="fixed inset-x-0 bottom-0 z-50 max-h-dvh animate-[rise_160ms_ease-out] overflow-y-auto rounded-t-2xl bg-surface p-6 shadow-float sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[27rem] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:max-h-[calc(100dvh-2rem)] sm:rounded-2xl">
          <Radix.Title className="pr-10 font-[650] text-xl tracking-tight">{title}</Radix.Title>
          <Radix.Description className="mt-1 text-muted text-sm">{description}</Radix.Description>
          {children}
          <Radix.Close
            aria-label={uiText('close')}
            className="absolute top-4 right-4 grid size-10 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
          >
            <X className="size-5" aria-hidden="true" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
