/**
 * The server's clock: milliseconds since 1970, whole. It is set once, when the process starts, and from then on goes on by
 * itself: setting the machine's clock moves no player's time (F-11).
 */
export const serverClock = (): number => Math.round(performance.timeOrigin + performance.now());
