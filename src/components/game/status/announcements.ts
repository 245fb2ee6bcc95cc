import type { Color, GameEvent, GameView } from '../../../contract/game/index.ts';
import { usernameOf } from '../../game-list/seats.ts';
import { colorName } from '../../text/colors.ts';
import { spokenMove } from '../../text/spoken-move.ts';

/** What a screen reader says when this happens; empty for the end of the game, which the result says itself. */
export function announcementOf(event: GameEvent, game: GameView): string {
  const by = (color: Color) => usernameOf(game, color) ?? colorName[color];
  switch (event.type) {
    case 'seatTaken':
      return `${event.username} takes ${colorName[event.color]}.`;
    case 'moved':
      return `${spokenMove(event.color, event.san)}.`;
    case 'drawOffered':
      return `${by(event.color)} offers a draw.`;
    case 'drawDeclined':
      return `${by(event.color)} declines the draw.`;
    case 'takebackOffered':
      return `${by(event.color)} proposes a takeback.`;
    case 'takebackDeclined':
      return `${by(event.color)} declines the takeback.`;
    case 'takebackCancelled':
      return `${by(event.color)} cancels the takeback.`;
    case 'takenBack':
      return event.plies === 1 ? 'A move was taken back.' : 'Two moves were taken back.';
    case 'timeGiven':
      return `${by(event.color)} is given 15 seconds.`;
    case 'rematchOffered':
      return `${by(event.color)} offers a rematch.`;
    case 'rematchDeclined':
      return `${by(event.color)} declines the rematch.`;
    case 'rematchCancelled':
      return `${by(event.color)} cancels the rematch offer.`;
    case 'seatLeft':
      return `${colorName[event.color]}’s seat is free.`;
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
