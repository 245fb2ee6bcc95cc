import type { WebSocket } from 'ws';
import { z } from 'zod';
import { isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { procedures } from '../../contract/procedures.ts';
import { type Context, counted } from './context.ts';
import { type Asked, answerFrame, EventFrames, errorFrame, stateFrame } from './frames.ts';
import type { Outgoing } from './outgoing.ts';
import { trpcErrorOf } from './trpc.ts';

const { move, events } = procedures.game;

const asked = {
  id: z.union([z.number(), z.string()]),
  jsonrpc: z.literal('2.0').optional(),
};
const moveCall = z.object({
  ...asked,
  method: z.literal('mutation'),
  params: z.object({ path: z.literal('game.move'), input: move.input }),
});
const eventsCall = z.object({
  ...asked,
  method: z.literal('subscription'),
  params: z.object({
    path: z.literal('game.events'),
    input: events.input,
    /** Where a reconnecting client continues; takes precedence over the input. */
    lastEventId: events.input.shape.lastEventId,
  }),
});
const stopCall = z.object({ ...asked, method: z.literal('subscription.stop') });
const calls = z.union([moveCall, eventsCall, stopCall]);

/** How many games one connection may follow. */
const MOST_GAMES = 500;

/** Finds frames for the fast lane without parsing them. */
const OURS = /"path":"game\.(?:move|events)"|"method":"subscription\.stop"/;

export interface FastLaneParts {
  /** Called with every error that is sent. */
  readonly onError: (failure: Pick<ReturnType<typeof errorFrame>, 'error'>) => void;
}

/**
 * A shortcut past tRPC's machinery for the most frequent calls: moves, and the events of games. It sees a connection's
 * frames first, and answers these two procedures as the router would (a test compares them), at a fraction of the cost;
 * everything else, including invalid calls of these two, is left to tRPC.
 */
export class FastLane {
  readonly #frames = new EventFrames();

  constructor(private readonly parts: FastLaneParts) {}

  /** @param context the caller of this connection; rejects when it can't be resolved, and tRPC has sent the error */
  serve(client: WebSocket, outgoing: Outgoing, context: Promise<Context>): FrameHandlerOfClient {
    const lane = new FrameHandlerOfClient(outgoing, context, this.#frames, this.parts.onError);
    client.once('close', () => lane.close());
    return lane;
  }
}

/** The fast lane of one connection. */
class FrameHandlerOfClient {
  /** The function that ends each subscription, by the subscription's id. */
  readonly #subscriptions = new Map<number | string, () => void>();

  constructor(
    private readonly outgoing: Outgoing,
    private readonly context: Promise<Context>,
    private readonly frames: EventFrames,
    private readonly onError: FastLaneParts['onError'],
  ) {}

  /** Ends the subscriptions of a closed connection. */
  close(): void {
    for (const stop of this.#subscriptions.values()) stop();
    this.#subscriptions.clear();
  }

  /** @returns whether the frame was handled; else nothing has happened */
  readonly take = (text: string): boolean => {
    if (!OURS.test(text)) return false;
    const { success, data: call } = calls.safeParse(parsed(text));
    if (!success) return false;
    if (call.method === 'mutation') void this.#move(call);
    else if (call.method === 'subscription') {
      if (this.#subscriptions.has(call.id)) return false;
      void this.#follow(call);
    } else return this.#stop(call);
    return true;
  };

  async #move(call: z.output<typeof moveCall>): Promise<void> {
    try {
      const { services, lagMs: measured, caller } = await this.#admit();
      if (!caller) throw new RookeryError('unauthorized');
      const { gameID, ply, uci, lastEvent, lagMs, premove } = call.params.input;
      const lag = { measuredMs: measured(), claimedMs: lagMs, premove };
      const sent = { ply, uci, lag, lastEvent };
      const answer = await services.makeMove.makeMove(caller.username, gameID, sent);
      this.outgoing.send(answerFrame(call, answer));
    } catch (error) {
      this.#sendError(call, 'game.move', 'mutation', error);
    }
  }

  async #follow(call: z.output<typeof eventsCall>): Promise<void> {
    const { gameID, lastEventId } = call.params.input;
    if (this.#subscriptions.size >= MOST_GAMES) {
      const tooMany = new RookeryError('too_many_requests', {
        problem: problem('request.mostGames', { most: MOST_GAMES }),
        retryAfterSeconds: 1,
      });
      this.#sendError(call, 'game.events', 'subscription', tooMany);
      return;
    }
    const after = Number(call.params.lastEventId ?? lastEventId ?? 0);
    let stopped = false;
    this.#subscriptions.set(call.id, () => {
      stopped = true;
    });
    const end = () => {
      this.#subscriptions.get(call.id)?.();
      this.#subscriptions.delete(call.id);
      this.outgoing.send(stateFrame(call, 'stopped'));
    };
    try {
      const { services, caller, wasLost } = await this.#admit();
      if (stopped) return;
      this.outgoing.send(stateFrame(call, 'started'));
      const viewer = caller?.username ?? null;
      const stop = services.watchGame.listen(
        gameID,
        { after, viewer, wasLost },
        {
          give: (event) => this.outgoing.sendFrame(this.frames.of(call, event)),
          fail: (error) => {
            this.#sendError(call, 'game.events', 'subscription', error);
            end();
          },
        },
      );
      this.#subscriptions.set(call.id, stop);
    } catch (error) {
      this.#subscriptions.delete(call.id);
      this.#sendError(call, 'game.events', 'subscription', error);
    }
  }

  #stop(call: Asked): boolean {
    const stop = this.#subscriptions.get(call.id);
    if (!stop) return false;
    stop();
    this.#subscriptions.delete(call.id);
    this.outgoing.send(stateFrame(call, 'stopped'));
    return true;
  }

  async #admit(): Promise<Context> {
    const context = await this.context;
    await context.limits.request(counted(context));
    return context;
  }

  #sendError(call: Asked, path: string, type: 'mutation' | 'subscription', thrown: unknown): void {
    const cause = isRookeryError(thrown) ? trpcErrorOf(thrown) : thrown;
    const { frame, error } = errorFrame(call, path, type, cause);
    this.onError({ error });
    this.outgoing.send(frame);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // tRPC sends the error
  }
}
