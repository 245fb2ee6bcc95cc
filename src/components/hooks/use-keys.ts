'use client';

import { useEffect, useEffectEvent } from 'react';

/**
 * Does something for keys pressed anywhere on the page but in a text, a log, a menu or a dialog.
 * @param actions by `KeyboardEvent.key`
 */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action || isTaken(event)) return;
    action();
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Whether the key has a meaning of its own where the focus is. In an empty input only letters have: there is nothing to step through. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement && target.type === 'text') {
    return target.value !== '' || key.length === 1;
  }
  return (
    target.closest(
      'input, textarea, select, [role=log], [role=dialog], [role=alertdialog], [role=menu]',
    ) !== null
  );
}
