'use client';

import { Dialog } from '../ui/dialog.tsx';
import { CreateForm } from './create-form.tsx';

export interface CreateDialogProps {
  readonly username: string;
  readonly onClose: () => void;
}

/** The dialog in which a game is made. */
export function CreateDialog({ username, onClose }: CreateDialogProps) {
  return (
    <Dialog
      onClose={onClose}
      title="Create a game"
      description="Standard chess without a clock. It opens in the lobby for anyone to join."
    >
      <CreateForm username={username} />
    </Dialog>
  );
}
