import type { Color, GameEvent, GameView } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { usernameOf } from '../../game-list/seats.ts';
import { spokenMove } from '../../text/spoken-move.ts';

/** What a screen reader says when this happens; empty for the end of the game, which the result says itself. */
export function announcementOf(event: GameEvent, game: GameView): string {
  const by = (color: Color) => usernameOf(game, color) ?? chessText(`color.${color}`);
  switch (event.type) {
    case 'seatTaken':
      return gameText('status.takesSeat', { name: event.username, color: event.color });
    case 'moved':
      return `${spokenMove(event.color, event.san)}.`;
    case 'drawOffered':
      return gameText('status.offersDraw', { name: by(event.color) });
    case 'drawDeclined':
      return gameText('status.declinesDraw', { name: by(event.color) });
    case 'takebackOffered':
      return gameText('status.proposesTakeback', { name: by(event.color) });
    case 'takebackDeclined':
      return gameText('status.declinesTakeback', { name: by(event.color) });
    case 'takebackCancelled':
      return gameText('status.cancelsTakeback', { name: by(event.color) });
    case 'takenBack':
      return gameText('status.takenBack', { plies: event.plies });
    case 'timeGiven':
      return gameText('status.timeGiven', { name: by(event.color) });
    case 'rematchOffered':
      return gameText('status.offersRematch', { name: by(event.color) });
    case 'rematchDeclined':
      return gameText('status.declinesRematch', { name: by(event.color) });
    case 'rematchCancelled':
      return gameText('status.cancelsRematch', { name: by(event.color) });
    case 'seatLeft':
      return gameText('status.seatFree', { color: event.color });
    case 'renamed':
    case 'rematched':
    case 'ended':
      return '';
    default:
      return event satisfies never;
  }
}

/** Whether an event leaves no trace that can be seen, so that its words are shown for a moment: not to who did it. */
export function passes(event: GameEvent, own: readonly Color[]): boolean {
  switch (event.type) {
    case 'timeGiven':
      return true;
    case 'drawDeclined':
    case 'takebackDeclined':
    case 'rematchDeclined':
      return own.length === 2 || !own.includes(event.color);
    case 'seatTaken':
    case 'seatLeft':
    case 'renamed':
    case 'moved':
    case 'takenBack':
    case 'drawOffered':
    case 'takebackOffered':
    case 'takebackCancelled':
    case 'rematchOffered':
    case 'rematchCancelled':
    case 'rematched':
    case 'ended':
      return false;
    default:
      return event satisfies never;
  }
}
