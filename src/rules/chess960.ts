/** The two squares of five, from the a-file, on which the knights stand, in Scharnagl's numbering. */
const knights = ['01', '02', '03', '04', '12', '13', '14', '23', '24', '34'] as const;

/** How many Chess960 positions there are; 518 is the standard position. */
export const CHESS960_COUNT = 960;

/**
 * The Chess960 start position with this number in Scharnagl's order, 0–959; 518 is the standard position (G-1).
 * @throws RangeError for any other number.
 */
export function chess960Fen(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= CHESS960_COUNT) {
    throw new RangeError(`Chess960 has positions 0 to ${CHESS960_COUNT - 1}, not ${index}`);
  }
  const files: string[] = Array(8).fill('');
  const free = (nth: number): number =>
    files.flatMap((piece, file) => (piece ? [] : [file]))[nth] ?? 0;
  // Bishops on b, d, f or h and on a, c, e or g; then on the free squares: queen, knights, and the king between the rooks.
  files[2 * (index % 4) + 1] = 'b';
  files[2 * (Math.floor(index / 4) % 4)] = 'b';
  files[free(Math.floor(index / 16) % 6)] = 'q';
  const [first, second] = [...(knights[Math.floor(index / 96)] ?? '')].map(Number).map(free);
  files[first ?? 0] = 'n';
  files[second ?? 0] = 'n';
  for (const piece of ['r', 'k', 'r']) files[free(0)] = piece;
  const rank = files.join('');
  return `${rank}/pppppppp/8/8/8/8/PPPPPPPP/${rank.toUpperCase()} w KQkq - 0 1`;
}
