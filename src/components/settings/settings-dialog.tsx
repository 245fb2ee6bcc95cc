'use client';

import { useId } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { type SettingName, useSetting, writeSetting } from './settings.ts';

const settings: readonly (readonly [name: SettingName, label: string, more: string])[] = [
  ['confirmMoves', 'Confirm each move', 'Moves are sent after you confirm.'],
  ['autoQueen', 'Always promote to a queen', 'Typed moves can still underpromote.'],
  ['coordinates', 'Coordinates', 'Letters and numbers along the edges of the board.'],
  ['sound', 'Sounds', 'Moves, offers, and a warning when your time gets short.'],
];

/** How the reader wants to play, in this browser. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog onClose={onClose} title="Playing" description="Kept in this browser.">
      <ul className="mt-4 flex flex-col divide-y divide-line">
        {settings.map(([name, label, more]) => (
          <Setting key={name} name={name} label={label} more={more} />
        ))}
      </ul>
    </Dialog>
  );
}

function Setting({ name, label, more }: { name: SettingName; label: string; more: string }) {
  const on = useSetting(name);
  const id = useId();
  return (
    <li>
      <label htmlFor={id} className="flex cursor-pointer items-center gap-4 py-3">
        <span className="flex-1">
          <span className="block font-[560]">{label}</span>
          <span className="block text-muted text-sm">{more}</span>
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
