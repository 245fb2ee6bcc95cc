/**
 * The position that Rookery shows when it has none of its own: Rotlewi – Rubinstein, Łódź 1907, after 23…Rd2. Black has
 * given the queen and offers both rooks; White resigned two moves later.
 */
export const heroPosition = {
  fen: '6k1/1b3ppp/pb2p3/1p2P3/1P2BPnP/P1r5/1B1rQ2P/R4R1K w - - 1 24',
  lastMove: 'd8d2',
} as const;
