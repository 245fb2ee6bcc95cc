'use client';

import { createText } from '../../../generated/texts/create.ts';
import { Queries } from '../../api/queries.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CreateForm } from './create-form.tsx';

export interface CreateDialogProps {
  readonly username: string;
  readonly guest: boolean;
  readonly onClose: () => void;
}

/** The dialog to create a game. */
export function CreateDialog({ username, guest, onClose }: CreateDialogProps) {
  return (
    <Dialog onClose={onClose} title={createText('title')} description={createText('lead')}>
      <Queries>
        <CreateForm username={username} guest={guest} />
      </Queries>
    </Dialog>
  );
}
