import { Chess, normalizeMove } from 'chessops/chess';
import { parseFen } from 'chessops/fen';
import { SquareSet } from 'chessops/squareSet';
import { makeUci, parseUci } from 'chessops/util';

/** A game as chess engines read it: in all moves castling is the king onto its rook (UCI_Chess960). */
export interface EngineGame {
  readonly initialFen: string;
  readonly moves: readonly string[];
  /** What may be played now. */
  readonly legal: readonly string[];
}

/**
 * A game of standard chess or Chess960 for an engine.
 * @param moves as they were played, castling either way
 * @throws Error for a FEN or a move that can't be: both come from a game that was checked
 */
export function engineGame(
  initialFen: string,
  moves: readonly { readonly uci: string }[],
): EngineGame {
  const position = Chess.fromSetup(parseFen(initialFen).unwrap()).unwrap();
  const played = moves.map(({ uci }) => {
    const read = parseUci(uci);
    const move = read && normalizeMove(position, read);
    if (!move || !position.isLegal(move)) throw new Error(`${uci} is not legal here.`);
    position.play(move);
    return makeUci(move);
  });
  return { initialFen, moves: played, legal: [...legalUcis(position)] };
}

function* legalUcis(position: Chess): Generator<string> {
  for (const [from, dests] of position.allDests()) {
    const pawn = position.board.pawn.has(from);
    for (const to of dests) {
      const uci = makeUci({ from, to });
      if (!pawn || !SquareSet.backranks().has(to)) yield uci;
      else for (const piece of 'qrbn') yield uci + piece;
    }
  }
}
