import type { GameEvent, GameView } from '../../contract/game.ts';
import { usernameOf } from '../lobby/seats.ts';
import { colorName } from '../text/endings.ts';
import { spokenMove } from '../text/spoken-move.ts';

/** What a screen reader says when this happens; empty for the end of the game, which the result says itself. */
export function announcementOf(event: GameEvent, game: GameView): string {
  switch (event.type) {
    case 'seatTaken':
      return `${event.username} takes ${colorName[event.color]}.`;
    case 'moved':
      return `${spokenMove(event.color, event.san)}.`;
    case 'drawOffered':
      return `${usernameOf(game, event.color) ?? colorName[event.color]} offers a draw.`;
    case 'drawDeclined':
      return `${usernameOf(game, event.color) ?? colorName[event.color]} declines the draw.`;
    case 'ended':
      return '';
    default:
      return event satisfies never;
  }
}
