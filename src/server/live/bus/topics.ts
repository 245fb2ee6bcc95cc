import { z } from 'zod';
import { chatMessage, chatRoom } from '../../../contract/chat/index.ts';
import {
  type GameEvent,
  gameEvent,
  gameID,
  gameSummary,
  type Presence,
} from '../../../contract/game/index.ts';

/** What is told about sessions: one token has ended, or everything was cleared. */
const sessionNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ended'), tokenDigest: z.string() }),
  z.object({ type: z.literal('cleared') }),
]);

/** What is told about games to whoever shows many: the game as it is now, and whether its status changed. */
const gameNews = z.object({
  game: gameSummary,
  /** The number of its last event: of two pieces of news the larger one is the newer. */
  lastEvent: z.number().int(),
  statusChanged: z.boolean(),
});
export type GameNews = z.infer<typeof gameNews>;
/** @internal exported for its tests */
export type SessionNews = z.infer<typeof sessionNews>;

const viewer = z.string().min(1).max(100);
const process = z.string().max(64);

/** Who is connected to a process: who comes and goes, and all of them, in pieces, when somebody asks. */
const viewerNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('came'), process, gameID, viewer }),
  z.object({ type: z.literal('left'), process, gameID, viewer, closed: z.boolean() }),
  z.object({
    type: z.literal('list'),
    process,
    games: z.array(z.tuple([gameID, z.array(viewer)])),
    /** 0 for the first. */
    piece: z.number().int(),
    more: z.boolean(),
  }),
]);
export type ViewerNews = z.infer<typeof viewerNews>;

/** A message just written in one of a game's rooms. */
const chatNews = z.object({ room: chatRoom, message: chatMessage });
type ChatNews = z.infer<typeof chatNews>;

/** Two users, one of whom begins or ceases to hear the other. */
const relationNews = z.object({ username: z.string(), other: z.string() });

/** What a process has written in a game, and how much lag may be made good after it (C-5); null where it says nothing. */
const writtenNews = z.object({
  events: z.array(gameEvent).readonly(),
  quotas: z.object({ white: z.number().int(), black: z.number().int() }).nullable(),
});
export type WrittenNews = z.infer<typeof writtenNews>;

/** Who was heard of on the bus: somebody wants to know what the others have, or a process has gone. */
type PeerNews = { readonly type: 'asking' } | { readonly type: 'left'; readonly id: string };

/** The topics and what each carries. */
export interface Topics {
  /** A game's events, in a process that holds the game: in order, none twice, its cache already advanced. */
  [game: `game:${number}`]: GameEvent;
  [presence: `presence:${number}`]: Presence;
  /** Events that a process has written, for those of the others that hold the game. */
  [written: `written:${number}`]: WrittenNews;
  /** What is said in a game: not in order where several processes write. */
  [chat: `chat:${number}`]: ChatNews;
  relations: z.infer<typeof relationNews>;
  /** Who comes to a game and goes from it, in words, for those who follow it through the game protocol (W-1, W-3). */
  [notice: `notice:${number}`]: string;
  games: GameNews;
  sessions: SessionNews;
  viewers: ViewerNews;
  peers: PeerNews;
  /** Time was given back to whoever's ran (C-10): games in memory are out of date. */
  givenBack: null;
  /** Something may not have been heard, for the reason given: whoever keeps a copy reads the database again. */
  resync: string;
}

/** A topic without its number. */
type Kind = keyof Topics extends infer T ? (T extends `${infer K}:${number}` ? K : T) : never;

type MessageOf<K> = K extends keyof Topics
  ? Topics[K]
  : `${K & string}:${number}` extends keyof Topics
    ? Topics[`${K & string}:${number}`]
    : never;

/** Who hears of a topic: listeners in this process, or those in the others (then it is checked on arrival), or both. */
type Travels<K> =
  | { readonly reach: 'here' }
  | { readonly reach: 'elsewhere' | 'everywhere'; readonly schema: z.ZodType<MessageOf<K>> };

const kinds: { readonly [K in Kind]: Travels<K> } = {
  game: { reach: 'here' },
  presence: { reach: 'here' },
  peers: { reach: 'here' },
  resync: { reach: 'here' },
  written: { reach: 'elsewhere', schema: writtenNews },
  chat: { reach: 'everywhere', schema: chatNews },
  relations: { reach: 'everywhere', schema: relationNews },
  notice: { reach: 'elsewhere', schema: z.string().max(300) },
  games: { reach: 'everywhere', schema: gameNews },
  sessions: { reach: 'everywhere', schema: sessionNews },
  givenBack: { reach: 'everywhere', schema: z.null() },
  viewers: { reach: 'elsewhere', schema: viewerNews },
};

/** How a topic travels; undefined for a topic that there isn't, as another version's process may send one. */
export function travelsOf(topic: string): Travels<unknown> | undefined {
  const colon = topic.indexOf(':');
  const kind = colon < 0 ? topic : topic.slice(0, colon);
  return Object.hasOwn(kinds, kind) ? (kinds[kind as Kind] as Travels<unknown>) : undefined;
}
