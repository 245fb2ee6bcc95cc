import { turnOf } from '../../../contract/game/chess-time.ts';
import type { Color, Ending, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { freeSeats, seatsOf } from '../../game-list/seats.ts';
import { opposite } from '../../text/colors.ts';

/** A game's state for the reader. */
export type ViewerState =
  | { readonly type: 'over'; readonly ending: Ending; readonly rematch: Offer }
  | {
      readonly type: 'running';
      readonly turn: Color;
      /** Whether the reader is the one to move. */
      readonly mine: boolean;
      /** The empty seats. The game may be in progress all the same (W-7). */
      readonly waitingFor: readonly Color[];
      readonly draw: Offer;
      readonly takeback: Offer;
    };

/** An open offer. `received`: the reader may accept it; `made`: by the reader; `seen`: between two others. */
export type Offer =
  | { readonly type: 'none' }
  | { readonly type: 'received' | 'made' | 'seen'; readonly by: Color };

export function viewerStateOf(game: GameView, username: string | null): ViewerState {
  const seats = seatsOf(game, username);
  if (game.ending) {
    return { type: 'over', ending: game.ending, rematch: offerOf(game.rematchOffer, seats) };
  }
  const turn = turnOf(game.fen);
  return {
    type: 'running',
    turn,
    mine: seats.includes(turn),
    waitingFor: freeSeats(game),
    draw: offerOf(game.drawOffer, seats),
    takeback: offerOf(game.takebackOffer, seats),
  };
}

function offerOf(by: Color | null, seats: readonly Color[]): Offer {
  if (by === null) return { type: 'none' };
  if (seats.includes(opposite(by))) return { type: 'received', by };
  return { type: seats.includes(by) ? 'made' : 'seen', by };
}

/**
 * The headline over the moves while the game is in progress.
 * @param seated whether one seat is taken, by a player or for the host, so that only one player is missing
 */
export function headline(
  viewerState: Extract<ViewerState, { type: 'running' }>,
  seated: boolean,
): string {
  const { turn, mine, waitingFor } = viewerState;
  if (!seated && waitingFor.length > 0)
    return gameText(
      waitingFor.length === 2 ? 'status.waitingForPlayers' : 'status.waitingForOpponent',
    );
  if (mine) return gameText('status.yourTurn');
  if (seated && waitingFor.includes(turn)) return gameText('status.waitingForOpponent');
  return gameText('status.toMove', { color: turn });
}
