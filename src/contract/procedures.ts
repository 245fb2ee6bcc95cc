import type {
  TRPCBuiltRouter,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from '@trpc/server';
import { z } from 'zod';
import {
  askedName,
  credentials,
  endedCount,
  oneSession,
  passwordChange,
  profile,
  registration,
  sessionSummary,
} from './account/account.ts';
import {
  chatMessage,
  listening,
  otherUser,
  relations,
  reportedMessage,
  reporting,
  reportSelection,
  said,
  saying,
} from './chat/index.ts';
import type { ErrorCode } from './errors/index.ts';
import type { Problem } from './errors/problems.ts';
import { type PlayerAction, playerActions } from './game/actions.ts';
import { computerAvailability } from './game/computer-availability.ts';
import {
  gameEvent,
  gameID,
  gameStatus,
  gameSummary,
  gameSync,
  gameView,
  lobby,
  lobbyUpdate,
  moveAnswer,
  openGamesFilter,
  presence,
} from './game/index.ts';
import { leader, ratingKind, ratingLine, ratingStep } from './game/ratings.ts';
import { gameCreation, oneGame, seatRequest } from './game/setup.ts';
import { myGamesUpdate } from './lobby/my-games.ts';
import { seekNews, seekRequest } from './lobby/seek.ts';
import { tvChannel, tvShown } from './lobby/tv.ts';

type Schema = z.ZodType;

const query = <I extends Schema, O extends Schema>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const;
const mutation = <I extends Schema, O extends Schema>(input: I, output: O) =>
  ({ kind: 'mutation', input, output }) as const;
const subscription = <I extends Schema, Item extends Schema>(input: I, item: Item) =>
  ({ kind: 'subscription', input, item }) as const;
/** A subscription whose items have numbers, so that a reconnecting client continues where it was: they arrive as `{id, data}`. */
const numberedSubscription = <I extends Schema, Item extends Schema>(input: I, item: Item) =>
  ({ kind: 'numberedSubscription', input, item }) as const;

const nothing = z.void();
const done = z.object({
  /** The number of the event that it caused. */
  number: z.number().int(),
});

const action = mutation(oneGame, done);
/** One procedure per player's action; see {@link playerActions}. */
const actions = Object.fromEntries(playerActions.map((name) => [name, action])) as Record<
  PlayerAction,
  typeof action
>;

/**
 * How the answer carries the token: `token`, in the answer, for programs; `cookie`, as an HttpOnly cookie, for browsers
 * (over HTTP only: a WebSocket can't set one).
 */
const tokenDelivery = z.enum(['token', 'cookie']).default('token');
const signedIn = z.object({
  username: z.string(),
  /** Absent when the token was set as a cookie. */
  authToken: z.string().optional(),
});

/** All tRPC procedures: names, inputs, outputs. The server implements exactly these. */
export const procedures = {
  auth: {
    /** Called by a guest, it turns the guest into a registered user, who keeps games and session. */
    register: mutation(registration.extend({ tokenDelivery }), signedIn),
    login: mutation(credentials.extend({ tokenDelivery }), signedIn),
    /** Signs a visitor in without an account, under a generated name: casual games only. */
    guest: mutation(z.object({ tokenDelivery }), signedIn),
    /** Deletes the token of this call (R-LOGOUT-1). */
    logout: mutation(nothing, nothing),
    /** The caller; null when not signed in. */
    me: query(nothing, z.object({ username: z.string(), guest: z.boolean() }).nullable()),
  },
  /** The caller's own account (PF-4). */
  account: {
    /** Ends all other sessions. */
    changePassword: mutation(passwordChange, endedCount),
    /** The caller's sessions, the last used first. */
    sessions: query(nothing, z.object({ sessions: z.array(sessionSummary) })),
    /** Ends one of the caller's sessions, and closes its connections. Unknown ones are ignored. */
    endSession: mutation(oneSession, endedCount),
    /** Ends all sessions but the one of this call. */
    endOtherSessions: mutation(nothing, endedCount),
  },
  game: {
    /** Oldest first (R-LIST-1, R-LIST-2). At most 1,000 at a time: pass the last gameID as `after` for more. */
    list: query(
      z.object({
        limit: z.number().int().min(1).max(1000).default(100),
        after: gameID.optional(),
        status: gameStatus.optional(),
      }),
      z.object({ games: z.array(gameSummary) }),
    ),
    /**
     * Creates a game. With a `setup` its creator is the host and plays in it; with only a name both seats are open to
     * everyone.
     */
    create: mutation(gameCreation, oneGame),
    /** Whether the computer can play now, and if not, why. */
    computer: query(nothing, computerAvailability),
    /** Takes a seat, or accepts an open game or a challenge. */
    join: mutation(seatRequest, oneGame),
    /** The host withdraws an open game. */
    withdraw: mutation(oneGame, done),
    /** The challenged user declines. */
    decline: mutation(oneGame, done),
    get: query(oneGame, gameView),
    /**
     * The game's events after `lastEventId`, or from the first, and then live (T-1). A client that reconnects sends the
     * last id by itself.
     */
    events: numberedSubscription(
      z.object({ gameID, lastEventId: z.string().regex(/^\d+$/).optional() }),
      gameEvent,
    ),
    /** Who is connected: now and after every change. */
    presence: subscription(oneGame, presence),
    /**
     * `ply` is the number of plies played when the move was chosen: 0 for White's first. A repeated call returns the first
     * answer (T-2).
     */
    move: mutation(
      z.object({
        gameID,
        ply: z.number().int().min(0),
        uci: z.string().min(4).max(5),
        /**
         * The `lastEvent` of the game as seen when the move was chosen. With it a repeated move is recognised even after it
         * was taken back, and a move for a position that was taken back is rejected (`stale_ply`).
         */
        lastEvent: z.number().int().min(0).optional(),
        /** How much time the network took, by the client's measure, in ms; the server caps it (C-5). */
        lagMs: z.number().int().min(0).max(60_000).optional(),
        /** Chosen before the opponent's move arrived, and sent at once when it did (G-6). */
        premove: z.boolean().optional(),
      }),
      moveAnswer,
    ),
    /** The clocks as they are now; see `gameSync`. */
    sync: query(oneGame, gameSync),
    ...actions,
    /** Claims the game of an absent opponent: `win`, or `draw` (E-6). */
    claimAbsence: mutation(oneGame.extend({ result: z.enum(['win', 'draw']) }), done),
    /** E-7. */
    acceptRematch: mutation(oneGame, done),
  },
  chat: {
    /** Sends a message to one of a game's rooms (G-4). */
    say: mutation(saying, said),
    /**
     * The messages of a room: after `lastEventId`, or the last 200, and then live, in order. Messages of users whom the
     * caller has muted or blocked are left out, hence gaps in the numbers.
     */
    messages: numberedSubscription(listening, chatMessage),
    /** Reports a message to the server's operator. */
    report: mutation(reporting, nothing),
  },
  admin: {
    /** Reported messages; for administrators. */
    reports: query(reportSelection, z.object({ reports: z.array(reportedMessage) })),
  },
  lobby: {
    /** With the newest open games that match, 50 at most; `after` gives the next page. */
    get: query(openGamesFilter.optional(), lobby),
    watch: subscription(openGamesFilter.optional(), lobbyUpdate),
    /**
     * Quick pairing: seeks a game for as long as the subscription lasts. It ends when a game has started, or when the same
     * user starts another seek.
     */
    seek: subscription(seekRequest, seekNews),
    /** The caller's unfinished games, live: turns, challenges, games that start and end. */
    mine: subscription(nothing, myGamesUpdate),
    /** The best running game, live, and the next one when it has ended (G-3). */
    tv: subscription(z.object({ channel: tvChannel.default('best') }), tvShown),
    /** The game on a channel now. */
    onAir: query(z.object({ channel: tvChannel.default('best') }), tvShown),
  },
  rating: {
    /** The highest established ratings in one kind of game. */
    leaders: query(ratingKind, z.object({ leaders: z.array(leader) })),
    /** A player's ratings, most played kinds first. */
    of: query(z.object({ username: askedName }), z.object({ ratings: z.array(ratingLine) })),
    /** The last changes of one rating of a player, oldest first. */
    history: query(
      ratingKind.extend({ username: askedName }),
      z.object({ steps: z.array(ratingStep) }),
    ),
  },
  user: {
    /** The caller's running games, those where it is their turn first. */
    current: query(nothing, z.object({ games: z.array(gameSummary) })),
    profile: query(z.object({ username: askedName }), profile),
    /** Newest first; pass the last `gameID` as `before` for more. */
    games: query(
      z.object({
        username: askedName,
        limit: z.number().int().min(1).max(100).default(30),
        before: gameID.optional(),
      }),
      z.object({ games: z.array(gameSummary) }),
    ),
    /** Hides another user's messages from the caller. */
    mute: mutation(otherUser, nothing),
    /** Hides messages both ways and prevents challenges between the two. */
    block: mutation(otherUser, nothing),
    /** Removes a mute or a block. */
    removeRelation: mutation(otherUser, nothing),
    /** The users whom the caller has muted and blocked. */
    relations: query(nothing, relations),
  },
} as const;

/** The fields of an error besides tRPC's own. */
export interface ErrorData {
  readonly rookeryCode: ErrorCode;
  /** The input field concerned. */
  readonly field?: string;
  /** What was wrong and what would be right, where it says more than the code. */
  readonly problem?: Problem;
  readonly retryAfterSeconds?: number;
}

type ProcedureOf<D> = D extends { kind: 'query'; input: infer I; output: infer O }
  ? TRPCQueryProcedure<{ input: In<I>; output: Out<O>; meta: unknown }>
  : D extends { kind: 'mutation'; input: infer I; output: infer O }
    ? TRPCMutationProcedure<{ input: In<I>; output: Out<O>; meta: unknown }>
    : D extends { kind: 'subscription'; input: infer I; item: infer Y }
      ? TRPCSubscriptionProcedure<{ input: In<I>; output: Items<Out<Y>>; meta: unknown }>
      : D extends { kind: 'numberedSubscription'; input: infer I; item: infer Y }
        ? TRPCSubscriptionProcedure<{
            input: In<I>;
            output: Items<{ id: string; data: Out<Y> }>;
            meta: unknown;
          }>
        : never;

type Items<T> = AsyncIterable<T, void, unknown>;
type In<I> = I extends Schema ? z.input<I> : never;
type Out<O> = O extends Schema ? z.output<O> : never;

type RecordOf<R> = { [G in keyof R]: { [P in keyof R[G]]: ProcedureOf<R[G][P]> } };

/** The router's type for clients: all of the above without any server code. */
export type AppRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: ErrorShape; transformer: false },
  RecordOf<typeof procedures>
>;

/** tRPC's default error shape with our {@link ErrorData}. */
interface ErrorShape {
  readonly message: string;
  readonly code: number;
  readonly data: {
    readonly code: string;
    readonly httpStatus: number;
    readonly path?: string | undefined;
  } & ErrorData;
}
