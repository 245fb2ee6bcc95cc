'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useHydrated } from '../ui/use-hydrated.ts';

export interface ResignDialogProps {
  readonly waiting: boolean;
  readonly onConfirm: () => void;
  /** What the button that asks for it shows. */
  readonly children: ReactNode;
}

/** The button that resigns, and the question before it does. */
export function ResignDialog({ waiting, onConfirm, children }: ResignDialogProps) {
  const alive = useHydrated();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <Button size="small" waiting={waiting} disabled={!alive}>
          {children}
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-[appear_120ms_ease-out] bg-black/50" />
        <AlertDialog.Content className="fixed inset-x-0 bottom-0 z-50 animate-[rise_160ms_ease-out] rounded-t-2xl bg-surface p-6 shadow-float sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-96 sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl">
          <AlertDialog.Title className="font-[650] text-xl tracking-tight">
            Resign this game?
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-1.5 text-muted text-sm">
            Your opponent wins at once. It can’t be taken back.
          </AlertDialog.Description>
          <div className="mt-6 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Play on</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button tone="danger" onClick={onConfirm}>
                Resign
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
