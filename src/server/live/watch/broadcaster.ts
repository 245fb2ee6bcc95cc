import { setImmediate as otherTasks } from 'node:timers/promises';
import type { GameEvent } from '../../../contract/game/index.ts';
import type { Follower } from './follower.ts';

/** So many spectators are told at a time; then whatever else waits has its turn. */
const CHUNK_SIZE = 100;

/** Tells those who follow one game of its events: players at once, a crowd of spectators in pieces (P-3). */
export class Broadcaster {
  readonly #first = new Set<Follower>();
  readonly #crowd = new Set<Follower>();
  /** What the crowd has not been told whole. */
  readonly #pending: GameEvent[] = [];
  #telling = false;

  get isAlone(): boolean {
    return this.#first.size === 0 && this.#crowd.size === 0;
  }

  add(follower: Follower): void {
    this.#crowd.add(follower);
  }

  /** Tells this one before the crowd from now on. */
  prefer(follower: Follower): void {
    if (this.#crowd.delete(follower)) this.#first.add(follower);
  }

  remove(follower: Follower): void {
    this.#first.delete(follower);
    this.#crowd.delete(follower);
  }

  tell(event: GameEvent): void {
    for (const follower of this.#first) follower.hear(event);
    if (!this.#telling && this.#crowd.size <= CHUNK_SIZE) {
      for (const follower of this.#crowd) follower.hear(event);
      return;
    }
    this.#pending.push(event);
    if (!this.#telling) void this.#sendToSpectators();
  }

  /** Followers never throw, nor does this. Who comes or goes meanwhile is in the set or not: each knows what it has heard. */
  async #sendToSpectators(): Promise<void> {
    this.#telling = true;
    for (let event = this.#pending.shift(); event; event = this.#pending.shift()) {
      let told = 0;
      for (const follower of this.#crowd) {
        if (told > 0 && told % CHUNK_SIZE === 0) await otherTasks();
        follower.hear(event);
        told++;
      }
    }
    this.#telling = false;
  }

  /** Ends what all of them follow, for a reason. */
  fail(reason: () => unknown): void {
    for (const follower of [...this.#first, ...this.#crowd]) follower.fail(reason());
  }
}
