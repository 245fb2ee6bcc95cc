/** What a game is called that nobody has named: by its players, White first. */
export const pairName = (white: string, black: string): string => `${white} – ${black}`;
