import type { Frame } from './frame.ts';

/** Beats without a frame after which a process may have died before it published its last writes. */
const SILENT = 3;
/** Beats without a frame after which a process counts as gone, and its viewers with it. */
const GONE = 10;
/** Beats without a frame after which a process is forgotten. Until then it may be alive but unreachable. */
const FORGOTTEN = 120;

interface Peer {
  /** The number of its last frame. */
  number: number;
  /** Beats since that frame. */
  silentBeats: number;
}

/** The other processes on the bus. Each sends at least one frame a beat. */
export class Peers {
  readonly #peers = new Map<string, Peer>();

  /** @returns whether earlier frames of this process are missing */
  heard({ id, number }: Frame): boolean {
    const peer = this.#peers.get(id) ?? { number: 0, silentBeats: 0 };
    const missing = number > peer.number + 1 || peer.silentBeats >= GONE;
    this.#peers.set(id, { number: Math.max(number, peer.number), silentBeats: 0 });
    return missing;
  }

  left(id: string): void {
    this.#peers.delete(id);
  }

  /** Restarts the count of silent beats: while this process was disconnected, they meant nothing. */
  forgive(): void {
    for (const peer of this.#peers.values()) if (peer.silentBeats < GONE) peer.silentBeats = 0;
  }

  /** Counts a beat. @returns whether any process is silent, and the processes that have just become gone */
  beat(): { readonly silent: boolean; readonly gone: readonly string[] } {
    let silent = false;
    const gone: string[] = [];
    for (const [id, peer] of this.#peers) {
      peer.silentBeats++;
      silent ||= peer.silentBeats >= SILENT;
      if (peer.silentBeats === GONE) gone.push(id);
      if (peer.silentBeats >= FORGOTTEN) this.#peers.delete(id);
    }
    return { silent, gone };
  }
}
