import type { Frame } from './frame.ts';

/** Silent for so many beats, a process may have died with something untold. */
const SILENT = 3;
/** After so many it counts as gone: who was connected to it is no longer there. */
const GONE = 10;
/** After so many it is forgotten. Until then it may be alive, and only cut off from us. */
const FORGOTTEN = 120;

interface Peer {
  /** The number of its last frame. */
  number: number;
  /** Beats since then. */
  silence: number;
}

/** The other processes, as far as they are heard. Every process is heard once a beat, if only to say that it is there. */
export class Peers {
  readonly #peers = new Map<string, Peer>();

  /** @returns whether frames of this process are missing before this one */
  heard({ id, number }: Frame): boolean {
    const peer = this.#peers.get(id) ?? { number: 0, silence: 0 };
    const missing = number > peer.number + 1 || peer.silence >= GONE;
    this.#peers.set(id, { number: Math.max(number, peer.number), silence: 0 });
    return missing;
  }

  left(id: string): void {
    this.#peers.delete(id);
  }

  /** After we have been away, silence says nothing of the others: it is counted anew. */
  forgive(): void {
    for (const peer of this.#peers.values()) if (peer.silence < GONE) peer.silence = 0;
  }

  /** A beat has passed. @returns whether any process is silent, and those that count as gone from now on */
  beat(): { readonly silent: boolean; readonly gone: readonly string[] } {
    let silent = false;
    const gone: string[] = [];
    for (const [id, peer] of this.#peers) {
      peer.silence++;
      silent ||= peer.silence >= SILENT;
      if (peer.silence === GONE) gone.push(id);
      if (peer.silence >= FORGOTTEN) this.#peers.delete(id);
    }
    return { silent, gone };
  }
}
