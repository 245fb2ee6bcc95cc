import type { RookeryError } from '../../contract/errors/index.ts';
import { turnOf } from '../../contract/game/chess-time.ts';
import type { Color, GameView } from '../../contract/game/index.ts';
import type {
  ServerMessage,
  WireColor,
  WireGame,
  WirePiece,
} from '../../contract/game-protocol.ts';

/** An encoded message, shared by all its receivers. */
export type Message = Buffer;

const messageOf = (message: ServerMessage): Message => Buffer.from(JSON.stringify(message));

export const loadGame = (view: GameView): Message =>
  messageOf({ serverMessageType: 'LOAD_GAME', game: wireGameOf(view) });

export const notification = (message: string): Message =>
  messageOf({ serverMessageType: 'NOTIFICATION', message });

export const errorMessage = (error: RookeryError): Message =>
  messageOf({ serverMessageType: 'ERROR', errorMessage: error.wireMessage });

const wireColor = (color: Color): WireColor => (color === 'white' ? 'WHITE' : 'BLACK');

/** A game in the protocol's form. */
function wireGameOf(view: GameView): WireGame {
  const { gameID, gameName, whiteUsername, blackUsername, fen, status, ending } = view;
  return {
    gameID,
    gameName,
    whiteUsername,
    blackUsername,
    teamTurn: wireColor(turnOf(fen)),
    fen,
    status,
    winner: ending?.winner ? wireColor(ending.winner) : null,
    moves: view.moves.map(({ san }) => san),
    board: boardOf(fen),
  };
}

const types: Readonly<Record<string, WirePiece['type']>> = {
  k: 'KING',
  q: 'QUEEN',
  b: 'BISHOP',
  n: 'KNIGHT',
  r: 'ROOK',
  p: 'PAWN',
};

/** The rows of a FEN, from row 1 to row 8, without pockets and marks of promoted pieces. @internal exported for its tests */
export function boardOf(fen: string): (WirePiece | null)[][] {
  const placement = /^[^[\s]*/.exec(fen)?.[0] ?? '';
  return placement
    .split('/')
    .slice(0, 8)
    .map((rank) =>
      [...rank.replaceAll('~', '')].flatMap((letter) => {
        const type = types[letter.toLowerCase()];
        if (!type) return Array<null>(Number(letter)).fill(null);
        const pieceColor = letter === letter.toLowerCase() ? 'BLACK' : 'WHITE';
        return [{ pieceColor, type } as const];
      }),
    )
    .reverse();
}
