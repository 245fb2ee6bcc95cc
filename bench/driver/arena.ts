import type { Script } from '../lib/scripts.ts';
import type { Window } from '../lib/windows.ts';

/** Sends players' moves over some transport. */
export interface Seats {
  /** Sends the move that answers ply `ply` of game `game` (from 0). */
  send(game: number, ply: number, uci: string): void;
}

interface Match {
  readonly script: Script;
  ply: number;
  sentAt: number;
  /** Whether a move is in flight. */
  flying: boolean;
  /** When the next move is due, at a limited rate. */
  dueAt: number;
}

/**
 * Games that both sides play in turn: a move is sent, arrives at the opponent, and the opponent answers, at once or at the
 * requested rate. A move's latency is the time from sending it to its arrival at the opponent.
 */
export class Arena {
  readonly #matches: Match[];
  #latencies: number[] = [];
  #playing = false;
  /** Milliseconds between two moves of a game; 0: without a pause. */
  #pace = 0;
  #refused = 0;

  constructor(
    games: number,
    pool: readonly Script[],
    private readonly seats: Seats,
  ) {
    this.#matches = Array.from({ length: games }, (_, game) => ({
      script: pool[game % pool.length] ?? [],
      ply: 0,
      sentAt: 0,
      flying: false,
      dueAt: 0,
    }));
  }

  /** How many games have no moves left. */
  get finished(): number {
    return this.#matches.filter(({ ply, script }) => ply >= script.length).length;
  }

  /** Plays for a while. @param perSecond moves per second in all games together; unlimited if absent */
  async play(seconds: number, perSecond?: number): Promise<Window> {
    this.#latencies = [];
    this.#refused = 0;
    this.#playing = true;
    this.#pace = perSecond === undefined ? 0 : (this.#matches.length * 1000) / perSecond;
    const began = performance.now();
    this.#matches.forEach((match, game) => {
      match.dueAt = began + (this.#pace * game) / this.#matches.length;
      this.#next(game);
    });
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    this.#playing = false;
    const window = {
      latenciesMs: this.#latencies,
      refused: this.#refused,
      seconds: (performance.now() - began) / 1000,
    };
    // Moves in flight arrive outside the window and don't count.
    this.#latencies = [];
    for (let i = 0; i < 500 && this.#matches.some(({ flying }) => flying); i++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return window;
  }

  /** Called when a move has arrived at the mover's opponent. @param ply plies played, this one included */
  arrived(game: number, ply: number): void {
    const match = this.#matches[game];
    if (!match || match.ply !== ply - 1) return;
    this.#latencies.push(performance.now() - match.sentAt);
    match.ply = ply;
    match.flying = false;
    this.#next(game);
  }

  /** Called when the server rejects a move. */
  refuse(): void {
    this.#refused++;
  }

  #next(game: number): void {
    const match = this.#matches[game];
    if (!match || !this.#playing || match.flying || match.ply >= match.script.length) return;
    const wait = match.dueAt - performance.now();
    match.dueAt += this.#pace;
    if (this.#pace === 0 || wait <= 0) this.#send(match, game);
    else setTimeout(() => this.#playing && this.#send(match, game), wait);
  }

  #send(match: Match, game: number): void {
    if (match.flying) return;
    match.flying = true;
    match.sentAt = performance.now();
    this.seats.send(game, match.ply, match.script[match.ply]?.uci ?? '');
  }
}
