/** The default name of a game: its players, White first. */
export const pairName = (white: string, black: string): string => `${white} – ${black}`;
