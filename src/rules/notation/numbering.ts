/** How the moves of a game from this position are numbered. */
export interface Numbering {
  /** The number of the first move. */
  readonly first: number;
  /** 1 when Black moves first: White's half of the first move is missing. */
  readonly offset: 0 | 1;
}

/** @param initialFen in chessops' spelling: the move number comes last */
export function numberingOf(initialFen: string): Numbering {
  const fields = initialFen.split(' ');
  return { first: Math.max(1, Number(fields.at(-1)) || 1), offset: fields[1] === 'b' ? 1 : 0 };
}

/** The number of the move after `ply` plies. */
export const moveNumber = ({ first, offset }: Numbering, ply: number): number =>
  first + Math.floor((ply + offset) / 2);
