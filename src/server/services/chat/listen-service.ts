import type { ChatMessage, ChatRoom } from '../../../contract/chat/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { AsyncQueue } from '../../live/bus/async-queue.ts';
import type { Bus } from '../../live/bus/bus.ts';
import { subscribeToResets } from '../../live/bus/feed.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { unknownGame } from '../../live/store/stored-events.ts';
import { requireReader } from './rooms.ts';

/** How many messages somebody is given who comes new into a room. */
const FIRST_MESSAGES = 200;

/** What may make a follower do something: a message, or one of these. */
type News = ChatMessage | 'cleared' | 'resync' | 'relations';

/** Those who follow what is said in games. */
export class ListenService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'chat' | 'relations'>,
    private readonly liveGames: Pick<LiveGames, 'summary'>,
    private readonly bus: Bus,
  ) {}

  /**
   * A room's messages in order, none twice, none left out but those of whom the reader has silenced or was blocked by:
   * after number `after`, or the last 200, and then live, as long as the reader may be in the room (G-4, G-5).
   * @param reader null for somebody not signed in
   * @throws RookeryError `unknown_game`, `no_chat`, `not_a_player`, `forbidden`
   */
  async *messages(
    gameID: number,
    room: ChatRoom,
    after: number | null,
    reader: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<ChatMessage, void> {
    const { chat } = this.dataAccess;
    const key = { gameID, room };
    const queue = new AsyncQueue<News>();
    const stops = this.#subscribe(key.gameID, room, reader, queue.push);
    try {
      await this.#requireReader(gameID, room, reader);
      let unheard = await this.#unheardBy(reader);
      let last = after ?? 0;
      const first = await (after === null ? chat.last(key, FIRST_MESSAGES) : chat.after(key, last));
      for (const message of first) {
        last = message.number;
        if (!unheard.has(message.username)) yield message;
      }
      for await (const news of queue.items(signal)) {
        if (news === 'cleared') throw unknownGame(gameID, 'removed');
        if (news === 'relations') {
          unheard = await this.#unheardBy(reader);
          continue;
        }
        const missing = news === 'resync' || news.number > last + 1;
        const messages = missing ? await chat.after(key, last) : [news];
        for (const message of messages) {
          if (message.number <= last) continue;
          // Who watched may have sat down meanwhile.
          await this.#requireReader(gameID, room, reader);
          last = message.number;
          if (!unheard.has(message.username)) yield message;
        }
      }
    } finally {
      for (const stop of stops) stop();
    }
  }

  #subscribe(gameID: number, room: ChatRoom, reader: string | null, push: (news: News) => void) {
    return [
      this.bus.subscribe(`chat:${gameID}`, (news) => news.room === room && push(news.message)),
      subscribeToResets(this.bus, {
        onResync() {
          push('relations');
          push('resync');
        },
        onCleared: () => push('cleared'),
      }),
      this.bus.subscribe('relations', ({ username, other }) => {
        if (reader === username || reader === other) push('relations');
      }),
    ];
  }

  async #requireReader(gameID: number, room: ChatRoom, reader: string | null): Promise<void> {
    requireReader(await this.liveGames.summary(gameID), room, reader);
  }

  async #unheardBy(reader: string | null): Promise<ReadonlySet<string>> {
    return reader === null ? new Set() : this.dataAccess.relations.unheardBy(reader);
  }
}
