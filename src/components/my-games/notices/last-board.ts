const KEY = 'rookery.board';

/** Remembers the game opened last, for all tabs of the browser. */
export function rememberBoard(path: string): void {
  if (!path.startsWith('/game/')) return;
  try {
    localStorage.setItem(KEY, path);
  } catch {
    // Another tab may then open the same board.
  }
}

/** Whether this is the game that a tab of this browser opened last. */
export function isOpenedLast(path: string): boolean {
  try {
    return localStorage.getItem(KEY) === path;
  } catch {
    return false;
  }
}
