import { RookeryError } from '../../../contract/errors/index.ts';
import type { PlayerAction } from '../../../contract/game/actions.ts';
import type { Color } from '../../../contract/game/index.ts';
import { type ActiveGame, type GameState, sidesOf, turnOf } from '../state.ts';
import { decideAccept, decideSeats, decideWithdrawOffer } from './begin.ts';
import { claimAbsence, claimActions } from './claims.ts';
import {
  type ActionTable,
  type Asker,
  type Command,
  type Decision,
  type Moment,
  nothing,
} from './command.ts';
import { endActions, expire } from './ends.ts';
import { decideMove, isRepeated } from './move.ts';
import { offerActions, opposed } from './offers.ts';
import * as rematch from './rematch.ts';
import { rematchActions } from './rematch.ts';

export type { Absence, Command, Decision, Moment, MoveCommand } from './command.ts';

/**
 * Decides what a command changes in a game. Pure: the same arguments give the same decision.
 * @throws RookeryError with the reason when the command is not possible
 */
export function decide(state: GameState, command: Command, moment: Moment): Decision {
  switch (command.type) {
    case 'expire':
      return expire(state, moment);
    case 'seat':
      return decideSeats(state, command.white, command.black);
    case 'rename':
      // A game loaded after the change has the new name; its current followers get it from this event.
      return {
        events: [...sidesOf(state, command.from), ...sidesOf(state, command.to)].map((color) => {
          return { type: 'renamed', color, username: command.to };
        }),
      };
    case 'accept':
      return decideAccept(state, command);
    case 'withdraw':
    case 'decline':
      return decideWithdrawOffer(state, command);
    default:
      return decideForPlayer(state, command, moment);
  }
}

type PlayersCommand = Exclude<
  Command,
  { type: 'expire' | 'seat' | 'rename' | 'accept' | 'withdraw' | 'decline' }
>;

function decideForPlayer(state: GameState, command: PlayersCommand, moment: Moment): Decision {
  const sides = sidesOf(state, command.username);
  if (sides.length === 0) throw new RookeryError('not_a_player');
  if (command.type === 'move' && isRepeated(state, command, sides)) return nothing;
  // The holder of both seats acts for the side to move.
  const color = sides.find((side) => side === turnOf(state)) ?? sides[0] ?? turnOf(state);
  if (state.status === 'finished') return decideAfterEnd(state, command, color);
  // A flag that has fallen takes precedence over every command (C-6).
  const expired = expire(state, moment);
  if (expired.events.length > 0) return expired;
  return decideInPlay(state, command, { sides, color, moment });
}

function decideAfterEnd(
  state: Extract<GameState, { status: 'finished' }>,
  command: PlayersCommand,
  color: Color,
): Decision {
  switch (command.type) {
    case 'offerRematch':
      return rematch.offer(state, color);
    case 'acceptRematch':
      return rematch.accept(state, color, command.gameID);
    case 'declineRematch':
      return rematch.decline(state, color);
    case 'cancelRematch':
      return rematch.cancel(state, color);
    default:
      throw new RookeryError('game_over');
  }
}

/** Every action of a player in a game that is not over, from the modules that decide them. */
const actions: ActionTable<PlayerAction> = {
  ...endActions,
  ...offerActions,
  ...claimActions,
  ...rematchActions,
};

function decideInPlay(state: ActiveGame, command: PlayersCommand, asker: Asker): Decision {
  switch (command.type) {
    case 'move':
      return decideMove(state, command, asker.sides, asker.moment);
    case 'claimAbsence':
      return claimAbsence(opposed(state), asker.color, command.result, asker.moment);
    case 'acceptRematch':
      throw new RookeryError('game_not_over');
    default:
      return actions[command.type](state, asker);
  }
}
