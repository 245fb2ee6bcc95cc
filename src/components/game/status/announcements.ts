import type { Color, GameEvent, GameView } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { usernameOf } from '../../game-list/seats.ts';
import { spokenMove } from '../../text/spoken-move.ts';

/**
 * The text that a screen reader says for an event; empty for the end of the game, which the result announces. What a player
 * does has the text of its event's name in the catalogue, so a new action needs no line here.
 */
export function announcementOf(event: GameEvent, game: GameView): string {
  switch (event.type) {
    case 'seatTaken':
      return gameText('event.seatTaken', { name: event.username, color: event.color });
    case 'seatLeft':
      return gameText('event.seatLeft', { color: event.color });
    case 'moved':
      return gameText('event.moved', { move: spokenMove(event.color, event.san) });
    case 'takenBack':
      return gameText('event.takenBack', { plies: event.plies });
    case 'renamed':
    case 'rematched':
    case 'ended':
      return '';
    default: {
      const { type, color } = event;
      return gameText(`event.${type}`, {
        name: usernameOf(game, color) ?? chessText(`color.${color}`),
      });
    }
  }
}

/** Answers that leave no trace on the page: the offer is gone, as it was before. */
const answers: ReadonlySet<GameEvent['type']> = new Set<GameEvent['type']>([
  'drawDeclined',
  'takebackDeclined',
  'rematchDeclined',
]);

/** Whether an event changes nothing visible, so that its text is shown for some seconds; not to the player who caused it. */
export const isTransient = (event: GameEvent, own: readonly Color[]): boolean =>
  event.type === 'timeGiven' ||
  (answers.has(event.type) && 'color' in event && (own.length === 2 || !own.includes(event.color)));
