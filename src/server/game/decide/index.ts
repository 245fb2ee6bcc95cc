import { RookeryError } from '../../../contract/errors/index.ts';
import { type Color, opponentOf } from '../../../contract/game/index.ts';
import { type GameState, sidesOf, turnOf } from '../state.ts';
import { decideAccept, decideSeats, decideWithdrawOffer } from './begin.ts';
import { claimAbsence, claimDraw } from './claims.ts';
import { type Command, type Decision, type Moment, nothing } from './command.ts';
import { abort, expire, leave, resign } from './ends.ts';
import { decideMove, isRepeated } from './move.ts';
import * as offers from './offers.ts';
import * as rematch from './rematch.ts';

export type { Absence, Command, Decision, Moment, MoveCommand, PlayerAction } from './command.ts';

/**
 * Decides what a command makes of a game. Pure: the same arguments give the same answer.
 * @throws RookeryError saying why the command is refused
 */
export function decide(state: GameState, command: Command, moment: Moment): Decision {
  switch (command.type) {
    case 'expire':
      return expire(state, moment);
    case 'seat':
      return decideSeats(state, command.white, command.black);
    case 'rename':
      // A game read after the change has the new name; those who follow it elsewhere have not heard.
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
  // Who holds both seats acts for the side to move.
  const color = sides.find((side) => side === turnOf(state)) ?? sides[0] ?? turnOf(state);
  if (state.status === 'finished') return decideAfterEnd(state, command, color);
  // Whatever is asked, a flag that has fallen comes first (C-6).
  const expired = expire(state, moment);
  if (expired.events.length > 0) return expired;
  return decideInPlay(state, command, sides, color, moment);
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

function decideInPlay(
  state: Exclude<GameState, { status: 'finished' }>,
  command: PlayersCommand,
  sides: readonly Color[],
  color: Color,
  moment: Moment,
): Decision {
  switch (command.type) {
    case 'move':
      return decideMove(state, command, sides, moment);
    case 'resign':
      return resign(state, color, moment);
    case 'abort':
      return abort(state);
    case 'leave':
      return leave(state, sides);
    case 'offerDraw':
      return offers.offerDraw(offers.opposed(state), color, moment);
    case 'acceptDraw':
      return offers.acceptDraw(offers.opposed(state), sides, moment);
    case 'declineDraw':
      return offers.declineDraw(offers.opposed(state), sides, color);
    case 'offerTakeback':
      return offers.offerTakeback(offers.opposed(state), color, moment);
    case 'acceptTakeback':
      return offers.acceptTakeback(offers.opposed(state), sides, moment);
    case 'declineTakeback':
      return offers.declineTakeback(offers.opposed(state), sides, color);
    case 'cancelTakeback':
      return offers.cancelTakeback(offers.opposed(state), color);
    case 'giveTime':
      return offers.giveTime(offers.opposed(state), opponentOf(color));
    case 'claimDraw':
      return claimDraw(state, sides, moment);
    case 'claimAbsence':
      return claimAbsence(offers.opposed(state), color, command.result, moment);
    case 'claimFlag':
      return nothing;
    case 'offerRematch':
    case 'acceptRematch':
    case 'declineRematch':
    case 'cancelRematch':
      throw new RookeryError('game_not_over');
    default:
      return command satisfies never;
  }
}
