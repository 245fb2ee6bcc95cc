'use client';

import { useId } from 'react';
import { settingsText } from '../../generated/texts/settings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type SettingName, useSetting, writeSetting } from './settings.ts';

const settings: readonly SettingName[] = ['confirmMoves', 'autoQueen', 'coordinates', 'sound'];

/** The reader's settings, which this browser keeps. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog onClose={onClose} title={settingsText('title')} description={settingsText('lead')}>
      <ul className="mt-4 flex flex-col divide-y divide-line">
        {settings.map((name) => (
          <Setting key={name} name={name} />
        ))}
      </ul>
    </Dialog>
  );
}

function Setting({ name }: { name: SettingName }) {
  const on = useSetting(name);
  const id = useId();
  return (
    <li>
      <label htmlFor={id} className="flex cursor-pointer items-center gap-4 py-3">
        <span className="flex-1">
          <span className="block font-[560]">{settingsText(`${name}.label`)}</span>
          <span className="block text-muted text-sm">{settingsText(`${name}.hint`)}</span>
        </span>
        <input
          id={id}
          type="checkbox"
          checked={on}
          onChange={(event) => writeSetting(name, event.target.checked)}
          className="switch"
        />
      </label>
    </li>
  );
}
