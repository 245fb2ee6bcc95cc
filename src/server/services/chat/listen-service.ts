import type { ChatMessage } from '../../../contract/chat/index.ts';
import type { RoomKey } from '../../data-access/chat/chat.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { AsyncQueue } from '../../live/bus/async-queue.ts';
import type { Bus } from '../../live/bus/bus.ts';
import { subscribeToResets } from '../../live/bus/feed.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { unknownGame } from '../../live/store/stored-events.ts';
import { requireReader } from './rooms.ts';

/** The number of messages that a new listener gets. */
const FIRST_MESSAGES = 200;

/** A message, or another reason for a listener to act. */
type News = ChatMessage | 'cleared' | 'resync' | 'relations';

/** The options of a listener. */
export interface Listening {
  /** The last message already received; null: start with the newest ones. */
  readonly after: number | null;
  /** Null for a visitor. */
  readonly reader: string | null;
}

/** Live chat messages of a room. */
export class ListenService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'chat' | 'relations'>,
    private readonly liveGames: Pick<LiveGames, 'summary'>,
    private readonly bus: Bus,
  ) {}

  /**
   * A room's messages in order, each exactly once, except those that a mute or block hides from the reader: those after
   * number `after`, or the last 200, and then live ones, while the reader may read the room (G-4, G-5).
   * @throws RookeryError `unknown_game`, `no_chat`, `not_a_player`, `forbidden`
   */
  async *messages(
    key: RoomKey,
    { after, reader }: Listening,
    signal: AbortSignal,
  ): AsyncGenerator<ChatMessage, void> {
    const queue = new AsyncQueue<News>();
    const stops = this.#subscribe(key, reader, queue.push);
    try {
      await this.#requireReader(key, reader);
      let unheard = await this.#unheardBy(reader);
      let last = after ?? 0;
      for (const message of await this.#backlog(key, after)) {
        last = message.number;
        if (!unheard.has(message.username)) yield message;
      }
      for await (const news of queue.items(signal)) {
        if (news === 'relations') unheard = await this.#unheardBy(reader);
        for (const message of await this.#messagesOf(news, key, last)) {
          // A spectator may have taken a seat meanwhile.
          await this.#requireReader(key, reader);
          last = message.number;
          if (!unheard.has(message.username)) yield message;
        }
      }
    } finally {
      for (const stop of stops) stop();
    }
  }

  #backlog(key: RoomKey, after: number | null): Promise<ChatMessage[]> {
    const { chat } = this.dataAccess;
    return after === null ? chat.last(key, FIRST_MESSAGES) : chat.after(key, after);
  }

  /** The new messages after number `last`. @throws RookeryError `unknown_game` */
  async #messagesOf(news: News, key: RoomKey, last: number): Promise<ChatMessage[]> {
    if (news === 'cleared') throw unknownGame(key.gameID, 'removed');
    if (news === 'relations') return [];
    if (news === 'resync' || news.number > last + 1) return this.dataAccess.chat.after(key, last);
    return news.number > last ? [news] : [];
  }

  #subscribe({ gameID, room }: RoomKey, reader: string | null, push: (news: News) => void) {
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

  async #requireReader({ gameID, room }: RoomKey, reader: string | null): Promise<void> {
    requireReader(await this.liveGames.summary(gameID), room, reader);
  }

  async #unheardBy(reader: string | null): Promise<ReadonlySet<string>> {
    return reader === null ? new Set() : this.dataAccess.relations.unheardBy(reader);
  }
}
