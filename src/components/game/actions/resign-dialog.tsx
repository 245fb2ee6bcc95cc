'use client';

import { useRef } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { Button } from '../../ui/button.tsx';
import { ActionButton, type ActionButtonProps } from './action-button.tsx';

export interface ResignDialogProps extends ActionButtonProps {
  readonly onConfirm: () => void;
}

/** The resign button and its confirmation: a native dialog, which traps and restores the focus. */
export function ResignDialog({ onConfirm, ...button }: ResignDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <ActionButton {...button} onClick={() => dialog.current?.showModal()} />
      <dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby="resign-title"
        aria-describedby="resign-text"
        className="m-0 mx-auto mt-auto w-full max-w-none animate-[rise_160ms_ease-out] rounded-t-2xl bg-surface p-6 text-ink shadow-float backdrop:bg-veil sm:m-auto sm:w-96 sm:rounded-2xl"
      >
        <h2 id="resign-title" className="font-[650] text-xl tracking-tight">
          {gameText('resign.question')}
        </h2>
        <p id="resign-text" className="mt-1.5 text-muted text-sm">
          {gameText('resign.warning')}
        </p>
        <div className="mt-6 flex justify-end gap-2">
          <Button onClick={close}>{gameText('resign.cancel')}</Button>
          <Button
            tone="danger"
            onClick={() => {
              close();
              onConfirm();
            }}
          >
            {gameText('resign.text')}
          </Button>
        </div>
      </dialog>
    </>
  );
}
