import type { WebSocket } from 'ws';
import { isRookeryError, RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { type Context, counted } from '../context.ts';
import { trpcErrorOf } from '../trpc.ts';
import { type EventsCall, fastCallOf, type MoveCall } from './fast-calls.ts';
import { type Asked, answerFrame, EventFrames, errorFrame, stateFrame } from './frames.ts';
import type { Outgoing } from './outgoing.ts';

/** How many games one connection may follow. */
const MOST_GAMES = 500;

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
    const call = fastCallOf(text);
    if (!call) return false;
    if (call.method === 'mutation') void this.#move(call);
    else if (call.method === 'subscription') {
      if (this.#subscriptions.has(call.id)) return false;
      void this.#follow(call);
    } else return this.#stop(call);
    return true;
  };

  async #move(call: MoveCall): Promise<void> {
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

  async #follow(call: EventsCall): Promise<void> {
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
