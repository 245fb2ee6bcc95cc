const KEY = 'rookery.board';

/** Remembers, for all of this browser's tabs, which game was opened last. */
export function rememberBoard(path: string): void {
  if (!path.startsWith('/game/')) return;
  try {
    localStorage.setItem(KEY, path);
  } catch {
    // Without it another tab may open the same board.
  }
}

/** Whether a tab of this browser has opened this game last. */
export function isOpenedLast(path: string): boolean {
  try {
    return localStorage.getItem(KEY) === path;
  } catch {
    return false;
  }
}
