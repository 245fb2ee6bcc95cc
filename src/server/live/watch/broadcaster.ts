import { setImmediate as otherTasks } from 'node:timers/promises';
import type { GameEvent } from '../../../contract/game/index.ts';
import type { Follower } from './follower.ts';

/** How many spectators receive an event before other tasks get a turn. */
const CHUNK_SIZE = 100;

/** Sends the events of one game to its followers: to players immediately, to a crowd of spectators in chunks (P-3). */
export class Broadcaster {
  readonly #first = new Set<Follower>();
  readonly #crowd = new Set<Follower>();
  /** Events that some of the crowd has not received yet. */
  readonly #pending: GameEvent[] = [];
  #isSending = false;

  get isAlone(): boolean {
    return this.#first.size === 0 && this.#crowd.size === 0;
  }

  add(follower: Follower): void {
    this.#crowd.add(follower);
  }

  /** Sends to this follower before the crowd from now on. */
  prefer(follower: Follower): void {
    if (this.#crowd.delete(follower)) this.#first.add(follower);
  }

  remove(follower: Follower): void {
    this.#first.delete(follower);
    this.#crowd.delete(follower);
  }

  send(event: GameEvent): void {
    for (const follower of this.#first) follower.hear(event);
    if (!this.#isSending && this.#crowd.size <= CHUNK_SIZE) {
      for (const follower of this.#crowd) follower.hear(event);
      return;
    }
    this.#pending.push(event);
    if (!this.#isSending) void this.#sendToSpectators();
  }

  /** Never rejects. The crowd may change meanwhile: a follower ignores events that it already has. */
  async #sendToSpectators(): Promise<void> {
    this.#isSending = true;
    for (let event = this.#pending.shift(); event; event = this.#pending.shift()) {
      let sent = 0;
      for (const follower of this.#crowd) {
        if (sent > 0 && sent % CHUNK_SIZE === 0) await otherTasks();
        follower.hear(event);
        sent++;
      }
    }
    this.#isSending = false;
  }

  /** Fails every follower. @param reason makes an error for each of them */
  fail(reason: () => unknown): void {
    for (const follower of [...this.#first, ...this.#crowd]) follower.fail(reason());
  }
}
