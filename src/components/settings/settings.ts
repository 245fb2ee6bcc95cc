'use client';

import { useSyncExternalStore } from 'react';

/** What a reader can choose about playing, and what it is before they do. Kept in this browser. */
const defaults = {
  sound: true,
  coordinates: true,
  confirmMoves: false,
  autoQueen: false,
} as const satisfies Record<string, boolean>;

export type SettingName = keyof typeof defaults;

const CHANGED = 'rookery-setting';
const keyOf = (name: SettingName): string => `rookery.${name}`;

/** As it is now; its default when nothing was chosen, or can't be asked. */
export function readSetting(name: SettingName): boolean {
  try {
    const kept = localStorage.getItem(keyOf(name));
    return kept === null ? defaults[name] : kept === 'on';
  } catch {
    return defaults[name];
  }
}

/** In a browser that keeps nothing, everything stays as it is. */
export function writeSetting(name: SettingName, on: boolean): void {
  try {
    localStorage.setItem(keyOf(name), on ? 'on' : 'off');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}

/** A setting, in all of this browser's windows at once. */
export const useSetting = (name: SettingName): boolean =>
  useSyncExternalStore(
    subscribe,
    () => readSetting(name),
    () => defaults[name],
  );
