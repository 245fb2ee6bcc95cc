import { turnOf } from '../../contract/game/chess-time.ts';
import {
  type Color,
  type Ending,
  type EndReason,
  type GameEvent,
  type GameView,
  opponentOf,
} from '../../contract/game/index.ts';

/** The messages to those connected to a game about one group of events. */
export interface Notifications {
  /** Whether everyone gets LOAD_GAME. */
  readonly load: boolean;
  /** Sent to all except the connection that made the move. */
  readonly toOthers: readonly string[];
  /** Sent to everyone afterwards. */
  readonly toAll: readonly string[];
}

/** Endings that a move causes by itself. */
const automatic: ReadonlySet<EndReason> = new Set<EndReason>([
  'checkmate',
  'stalemate',
  'insufficientMaterial',
  'fivefoldRepetition',
  'fiftyMoves',
  'variantEnd',
]);

/** Groups a move with the ending that it causes: they are sent together (W-2). */
export function grouped(events: readonly GameEvent[]): GameEvent[][] {
  const groups: GameEvent[][] = [];
  let last: GameEvent | undefined;
  for (const event of events) {
    if (last && belongTogether(last, event)) groups.at(-1)?.push(event);
    else groups.push([event]);
    last = event;
  }
  return groups;
}

function belongTogether(one: GameEvent, next: GameEvent): boolean {
  return one.type === 'moved' && next.type === 'ended' && automatic.has(next.ending.reason);
}

const nameAt = (view: GameView, color: Color): string =>
  (color === 'white' ? view.whiteUsername : view.blackUsername) ??
  (color === 'white' ? 'White' : 'Black');

/** A user's role in a game: `white`, `black`, both, or an observer. */
export function roleOf(view: GameView, username: string): string {
  const isWhite = view.whiteUsername === username;
  const isBlack = view.blackUsername === username;
  if (isWhite && isBlack) return 'white and black';
  if (isWhite) return 'white';
  return isBlack ? 'black' : 'an observer';
}

/**
 * The messages about a group of events: exactly those of W-2 to W-4 and W-9, because clients count messages.
 * @param after the game after the last event
 */
export function notificationsFor(group: readonly GameEvent[], after: GameView): Notifications {
  const [first] = group;
  if (!first) return nothing;
  if (first.type === 'moved') return movedNotifications(first, group.at(-1), after);
  const text = textOf(first, after);
  if (text === null) return nothing;
  return { load: first.type === 'takenBack', toOthers: [], toAll: [text] };
}

const nothing: Notifications = { load: false, toOthers: [], toAll: [] };

function movedNotifications(
  moved: Extract<GameEvent, { type: 'moved' }>,
  last: GameEvent | undefined,
  after: GameView,
): Notifications {
  const { uci, san, color } = moved;
  const squares = uci.includes('@') ? '' : ` (${uci.slice(0, 2)} to ${uci.slice(2, 4)})`;
  const move = `${nameAt(after, color)} played ${san}${squares}`;
  const toAll =
    last?.type === 'ended'
      ? [endingText(last.ending, after)]
      : san.endsWith('+')
        ? [`${nameAt(after, turnOf(after.fen))} is in check`]
        : [];
  return { load: true, toOthers: [move], toAll };
}

/** The text about an event other than a move; null if none is sent. */
function textOf(event: Exclude<GameEvent, { type: 'moved' }>, after: GameView): string | null {
  switch (event.type) {
    // W-10: only CONNECT and LEAVE announce who plays.
    case 'seatTaken':
    case 'seatLeft':
    case 'renamed':
      return null;
    // These are about the seats of the rematch.
    case 'rematchOffered':
    case 'rematchDeclined':
    case 'rematchCancelled':
    case 'rematched':
      return null;
    case 'drawOffered':
      return `${nameAt(after, event.color)} offers a draw`;
    case 'drawDeclined':
      return `${nameAt(after, event.color)} declines the draw`;
    case 'takebackOffered':
      return `${nameAt(after, event.color)} proposes a takeback`;
    case 'takebackDeclined':
      return `${nameAt(after, event.color)} declines the takeback`;
    case 'takebackCancelled':
      return `${nameAt(after, event.color)} cancels the takeback`;
    case 'takenBack':
      return event.plies === 1 ? 'The last move was taken back' : 'Two moves were taken back';
    case 'timeGiven':
      return `${nameAt(after, event.color)} was given 15 seconds`;
    case 'ended':
      return endingText(event.ending, after);
    default:
      return event satisfies never;
  }
}

const drawn: Readonly<Record<EndReason, string>> = {
  checkmate: 'by checkmate',
  stalemate: 'by stalemate',
  insufficientMaterial: 'by insufficient material',
  fivefoldRepetition: 'by fivefold repetition',
  threefoldRepetition: 'by threefold repetition',
  fiftyMoves: 'by the fifty-move rule',
  variantEnd: 'by the rules of the variant',
  resignation: 'by resignation',
  drawAgreement: 'by agreement',
  timeout: 'on time',
  abandonment: 'by abandonment',
  aborted: '',
  declined: '',
};

function endingText({ reason, winner }: Ending, view: GameView): string {
  if (reason === 'aborted') return 'The game was aborted';
  if (reason === 'declined') return 'The challenge was declined';
  if (winner === null) {
    const toMove = nameAt(view, turnOf(view.fen));
    if (reason === 'stalemate') return `${toMove} is stalemated: the game is a draw`;
    return `The game is a draw ${drawn[reason]}`;
  }
  const [by, loser] = [nameAt(view, winner), nameAt(view, opponentOf(winner))];
  if (reason === 'checkmate') return `${loser} is checkmated: ${by} wins`;
  if (reason === 'resignation') return `${loser} resigned: ${by} wins`;
  if (reason === 'timeout') return `${loser} ran out of time: ${by} wins`;
  if (reason === 'abandonment') return `${loser} is away: ${by} wins`;
  return `${by} wins ${drawn[reason]}`;
}
