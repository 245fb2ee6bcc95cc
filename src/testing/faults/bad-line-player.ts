import { apiErrorOf, type RookeryClient } from '../../client/index.ts';
import { turnOf } from '../../contract/game/chess-time.ts';
import { type Color, type GameView, opponentOf } from '../../contract/game/index.ts';
import { legalUcis } from '../games/random-play.ts';

/** A player's actions besides moving. */
type PlayerAction =
  | 'offerDraw'
  | 'declineDraw'
  | 'offerTakeback'
  | 'acceptTakeback'
  | 'declineTakeback'
  | 'giveTime'
  | 'resign';

/** What a player has done in a game, by the answers received. */
export interface PlayerLog {
  /** The accepted moves, in order, as they were answered, with the numbers of their events. */
  readonly moves: { readonly ply: number; readonly uci: string; readonly number: number }[];
  /** The accepted requests, with the numbers of their events. */
  readonly accepted: { readonly ask: PlayerAction; readonly number: number }[];
  /** Every request, whatever its result. */
  readonly asked: PlayerAction[];
  /** The chat messages, with their numbers if they were acknowledged. */
  readonly said: { readonly text: string; readonly number: number | null }[];
}

export interface PlayerParts {
  readonly client: RookeryClient;
  readonly gameID: number;
  readonly color: Color;
  readonly random: () => number;
  /** After this many plies the player to move resigns. */
  readonly plies: number;
}

const extras: readonly PlayerAction[] = ['offerDraw', 'offerTakeback', 'giveTime'];

/** Few enough messages to stay below the flood limit. */
const MOST_SAID = 3;

/**
 * Plays a random game to its end over a connection that may break at any moment: an unanswered request is looked up in the
 * game, and repeated if it is not there.
 */
export async function playOnBadLine(parts: PlayerParts): Promise<PlayerLog> {
  const { client, gameID, color, random, plies } = parts;
  const log: PlayerLog = { moves: [], accepted: [], asked: [], said: [] };
  const { game } = client.api;
  let view: GameView | null = null;
  let wake = () => {};
  let failure: unknown = null;
  const stop = client.watchGame(
    gameID,
    (next) => {
      view = next;
      wake();
    },
    (error) => {
      failure = error ?? new Error('The game is no longer followed.');
      wake();
    },
  );
  /** Waits until the followed game has the event with this number. */
  async function seen(number: number): Promise<GameView> {
    for (;;) {
      if (failure !== null) throw failure;
      const known: GameView | null = view;
      if (known !== null && known.lastEvent >= number) return known;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  /** Waits until all events so far have been seen. */
  const look = async () => seen((await game.get.query({ gameID })).lastEvent);

  async function ask(what: PlayerAction): Promise<unknown> {
    log.asked.push(what);
    try {
      const { number } = await game[what].mutate({ gameID });
      log.accepted.push({ ask: what, number });
      return seen(number);
    } catch {
      return look(); // rejected or unanswered: the game shows the result
    }
  }
  async function say(): Promise<void> {
    const text = `${color} ${log.said.length} ${random()}`;
    try {
      const { number } = await client.api.chat.say.mutate({ gameID, room: 'players', text });
      log.said.push({ text, number });
    } catch {
      log.said.push({ text, number: null });
    }
  }
  async function move({ fen, moves, lastEvent }: GameView): Promise<unknown> {
    const ucis = legalUcis(fen);
    const uci = ucis[Math.floor(random() * ucis.length)] ?? '';
    const ply = moves.length;
    try {
      const premove = random() < 0.3;
      const answer = await game.move.mutate({ gameID, ply, uci, lastEvent, premove });
      log.moves.push({ ply, uci: asNamed(uci, answer), number: answer.number });
      return seen(answer.number);
    } catch (error) {
      // Only an accepted takeback, or an ending, can have come between.
      const code = apiErrorOf(error)?.code;
      if (code !== 'stale_ply' && code !== 'game_over') throw error;
      return look();
    }
  }

  let extraAt = -1;
  let now = await seen(0);
  while (now.status !== 'finished') {
    const ply = now.moves.length;
    const opponent = opponentOf(color);
    if (now.takebackOffer === opponent) {
      await ask(random() < 0.5 ? 'acceptTakeback' : 'declineTakeback');
    } else if (now.drawOffer === opponent) await ask('declineDraw');
    else if (turnOf(now.fen) !== color) await seen(now.lastEvent + 1);
    else if (ply >= plies) await ask('resign');
    else if (extraAt !== ply && random() < 0.3) {
      extraAt = ply;
      if (log.said.length < MOST_SAID && random() < 0.5) await say();
      else await ask(extras[Math.floor(random() * extras.length)] ?? 'giveTime');
    } else await move(now);
    now = await seen(0);
  }
  stop();
  return log;
}

/** The requested move in the answer's notation: castling has two. @throws Error when it is another move */
function asNamed(asked: string, { uci, san }: { readonly uci: string; readonly san: string }) {
  const isSame = uci === asked || (san.startsWith('O-O') && uci.slice(0, 2) === asked.slice(0, 2));
  if (!isSame) throw new Error(`${asked} was answered as ${uci} (${san}).`);
  return uci;
}
