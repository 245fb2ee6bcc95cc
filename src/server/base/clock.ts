/**
 * The server's clock: milliseconds since 1970, whole. It is set once, when the process starts, and then runs by itself:
 * changing the machine's clock changes no player's time (F-11).
 */
export const serverClock = (): number => Math.round(performance.timeOrigin + performance.now());
