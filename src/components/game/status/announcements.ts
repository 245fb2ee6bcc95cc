import type { Color, GameEvent, GameView } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { usernameOf } from '../../game-list/seats.ts';
import { spokenMove } from '../../text/spoken-move.ts';

/** The text that a screen reader says for an event; empty for the end of the game, which the result announces. */
export function announcementOf(event: GameEvent, game: GameView): string {
  const by = (color: Color) => usernameOf(game, color) ?? chessText(`color.${color}`);
  switch (event.type) {
    case 'seatTaken':
      return gameText('event.seatTaken', { name: event.username, color: event.color });
    case 'moved':
      return gameText('event.moved', { move: spokenMove(event.color, event.san) });
    case 'drawOffered':
      return gameText('event.draw.offered', { name: by(event.color) });
    case 'drawDeclined':
      return gameText('event.draw.declined', { name: by(event.color) });
    case 'takebackOffered':
      return gameText('event.takeback.offered', { name: by(event.color) });
    case 'takebackDeclined':
      return gameText('event.takeback.declined', { name: by(event.color) });
    case 'takebackCancelled':
      return gameText('event.takeback.cancelled', { name: by(event.color) });
    case 'takenBack':
      return gameText('event.takeback.done', { plies: event.plies });
    case 'timeGiven':
      return gameText('event.timeGiven', { name: by(event.color) });
    case 'rematchOffered':
      return gameText('event.rematch.offered', { name: by(event.color) });
    case 'rematchDeclined':
      return gameText('event.rematch.declined', { name: by(event.color) });
    case 'rematchCancelled':
      return gameText('event.rematch.cancelled', { name: by(event.color) });
    case 'seatLeft':
      return gameText('event.seatLeft', { color: event.color });
    case 'renamed':
    case 'rematched':
    case 'ended':
      return '';
    default:
      return event satisfies never;
  }
}

/** Whether an event changes nothing visible, so that its text is shown for some seconds; not to the player who caused it. */
export function isTransient(event: GameEvent, own: readonly Color[]): boolean {
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
