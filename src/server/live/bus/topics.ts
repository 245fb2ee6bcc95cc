import { z } from 'zod';
import { chatMessage, chatRoom } from '../../../contract/chat/index.ts';
import {
  type GameEvent,
  gameEvent,
  gameID,
  gameSummary,
  type Presence,
} from '../../../contract/game/index.ts';

/** One session has ended, or all data was cleared. */
const sessionNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ended'), tokenDigest: z.string() }),
  z.object({ type: z.literal('cleared') }),
]);

/** A changed game, for lists of games such as the lobby. */
const gameNews = z.object({
  game: gameSummary,
  /** The number of the game's last event: of two messages the one with the larger number is newer. */
  lastEvent: z.number().int(),
  statusChanged: z.boolean(),
});
export type GameNews = z.infer<typeof gameNews>;
/** @internal exported for its tests */
export type SessionNews = z.infer<typeof sessionNews>;

const viewer = z.string().min(1).max(100);
const process = z.string().max(64);

/** The viewers connected to a process: arrivals, departures, and on request the whole list in chunks. */
const viewerNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('came'), process, gameID, viewer }),
  z.object({ type: z.literal('left'), process, gameID, viewer, closed: z.boolean() }),
  z.object({
    type: z.literal('list'),
    process,
    games: z.array(z.tuple([gameID, z.array(viewer)])),
    /** The index of this chunk, from 0. */
    piece: z.number().int(),
    more: z.boolean(),
  }),
]);
export type ViewerNews = z.infer<typeof viewerNews>;

/** A new message in one of a game's chat rooms. */
const chatNews = z.object({ room: chatRoom, message: chatMessage });
type ChatNews = z.infer<typeof chatNews>;

/** Two users between whom a mute or block was set or removed. */
const relationNews = z.object({ username: z.string(), other: z.string() });

/** Events that a process has written in a game, and the lag quotas after them (C-5), null when not given. */
const writtenNews = z.object({
  events: z.array(gameEvent).readonly(),
  quotas: z.object({ white: z.number().int(), black: z.number().int() }).nullable(),
});
export type WrittenNews = z.infer<typeof writtenNews>;

/** Another process requests the state of its peers, or has left. */
type PeerNews = { readonly type: 'asking' } | { readonly type: 'left'; readonly id: string };

/** The topics and their message types. */
export interface Topics {
  /** A game's events in a process that has it in memory: in order, each once, after the cache was updated. */
  [game: `game:${number}`]: GameEvent;
  [presence: `presence:${number}`]: Presence;
  /** Events written by a process, for other processes that have the game in memory. */
  [written: `written:${number}`]: WrittenNews;
  /** Chat messages of a game: unordered when several processes write. */
  [chat: `chat:${number}`]: ChatNews;
  relations: z.infer<typeof relationNews>;
  /** Texts about arrivals and departures, for clients of the game protocol (W-1, W-3). */
  [notice: `notice:${number}`]: string;
  games: GameNews;
  sessions: SessionNews;
  viewers: ViewerNews;
  peers: PeerNews;
  /** Downtime was given back to the running clocks (C-10): games in memory are out of date. */
  givenBack: null;
  /** Messages may have been lost, for the given reason: caches must read the database again. */
  resync: string;
}

/** A topic without its game number. */
type Kind = keyof Topics extends infer T ? (T extends `${infer K}:${number}` ? K : T) : never;

type MessageOf<K> = K extends keyof Topics
  ? Topics[K]
  : `${K & string}:${number}` extends keyof Topics
    ? Topics[`${K & string}:${number}`]
    : never;

/** The reach of a topic: this process, the other processes, or both. Messages of other processes are validated. */
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

/** The reach of a topic; undefined for an unknown one, which a process of another version may send. */
export function travelsOf(topic: string): Travels<unknown> | undefined {
  const colon = topic.indexOf(':');
  const kind = colon < 0 ? topic : topic.slice(0, colon);
  return Object.hasOwn(kinds, kind) ? (kinds[kind as Kind] as Travels<unknown>) : undefined;
}
