import { opponentIn } from '../../../contract/chat/chat-rooms.ts';
import type { ChatRoom } from '../../../contract/chat/index.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import { type Problem, problem } from '../../../contract/errors/problems.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../../live/bus/bus.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { cleanText } from './clean-text.ts';
import { requireReader } from './rooms.ts';

/** The message limit over all rooms, and the time before the same text may be repeated. */
const FLOOD = { most: 4, inMs: 10_000, sameInMs: 30_000 } as const;

/** Simultaneous messages compete for a number; in each round at least one gets it. */
const TRIES = 50;

/** Posts a message in one of a game's rooms (G-4). */
export class SayService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'chat' | 'relations'>,
    private readonly liveGames: Pick<LiveGames, 'summary'>,
    private readonly bus: Bus,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /**
   * @returns the message's number in its room
   * @throws RookeryError `unknown_game`, `no_chat`, `not_a_player`, `forbidden`, `bad_request` when cleaning leaves no
   * text, `blocked`, `too_many_requests`
   */
  async say(username: string, gameID: number, room: ChatRoom, text: string): Promise<number> {
    const game = await this.liveGames.summary(gameID);
    requireReader(game, room, username);
    const cleaned = cleanText(text);
    if (cleaned === '') {
      throw new RookeryError('bad_request', { field: 'text', problem: problem('chat.empty') });
    }
    const opponent = opponentIn(game, username);
    if (room === 'players' && opponent !== null) {
      const blocked = await this.dataAccess.relations.isBlocked(username, opponent);
      if (blocked) throw new RookeryError('blocked', { field: 'text' });
    }
    return this.#write(username, gameID, room, cleaned);
  }

  async #write(username: string, gameID: number, room: ChatRoom, text: string): Promise<number> {
    const { chat } = this.dataAccess;
    for (let tries = 0; tries < TRIES; tries++) {
      const atMs = this.now();
      const limit = {
        most: FLOOD.most,
        sinceMs: atMs - FLOOD.inMs,
        sameSinceMs: atMs - FLOOD.sameInMs,
      };
      const message = await chat.add({ gameID, room, username, text, atMs }, limit);
      if (message) {
        this.bus.publish(`chat:${gameID}`, { room, message });
        return message.number;
      }
      // The write failed: the limit was reached, another message took the number, or the game was removed.
      await this.#requireCalm(username, text, atMs);
      await this.liveGames.summary(gameID);
    }
    throw new RookeryError('too_many_requests', { retryAfterSeconds: 1 });
  }

  /** Checks the message limit. @throws RookeryError `too_many_requests` */
  async #requireCalm(username: string, text: string, atMs: number): Promise<void> {
    const recent = await this.dataAccess.chat.recent(username, atMs - FLOOD.sameInMs);
    const same = recent.findLast((message) => message.text === text);
    if (same) {
      throw tooMuch(problem('chat.repeated'), same.atMs + FLOOD.sameInMs - atMs);
    }
    const last = recent.filter((message) => message.atMs > atMs - FLOOD.inMs);
    const first = last.at(-FLOOD.most);
    if (first) {
      throw tooMuch(problem('chat.flood'), first.atMs + FLOOD.inMs - atMs);
    }
  }
}

function tooMuch(why: Problem, waitMs: number): RookeryError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new RookeryError('too_many_requests', { field: 'text', problem: why, retryAfterSeconds });
}
