'use client';

import { useSyncExternalStore } from 'react';

/** The settings with their defaults. This browser keeps them. */
const defaults = {
  sound: true,
  coordinates: true,
  confirmMoves: false,
  autoQueen: false,
} as const satisfies Record<string, boolean>;

export type SettingName = keyof typeof defaults;

const CHANGED = 'rookery-setting';
const keyOf = (name: SettingName): string => `rookery.${name}`;

/** A setting's value; its default if nothing was chosen, or if the browser stores nothing. */
export function readSetting(name: SettingName): boolean {
  try {
    const kept = localStorage.getItem(keyOf(name));
    return kept === null ? defaults[name] : kept === 'on';
  } catch {
    return defaults[name];
  }
}

/** Changes a setting, if the browser stores anything. */
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

/** A setting, synchronised across the browser's tabs. */
export const useSetting = (name: SettingName): boolean =>
  useSyncExternalStore(
    subscribe,
    () => readSetting(name),
    () => defaults[name],
  );
