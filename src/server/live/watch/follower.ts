import type { GameEvent } from '../../../contract/game/index.ts';

export interface FollowerParts {
  /** Is given each event, once and in order. Must not throw. */
  readonly give: (event: GameEvent) => void;
  /** Is told once when it can't go on; nothing is given after it. Must not throw. */
  readonly fail: (error: unknown) => void;
  /** The stored events after a number. */
  readonly backlog: (after: number) => Promise<readonly GameEvent[]>;
}

/** One who follows a game: it is given all events after a number, without gap or repetition (T-1). */
export class Follower {
  #last: number;
  /** While the stored events are read, those that come wait. */
  #reading = true;
  #waiting: GameEvent[] = [];
  #over = false;

  /** @param after the number of the last event that it knows */
  constructor(
    after: number,
    private readonly parts: FollowerParts,
  ) {
    this.#last = after;
  }

  get over(): boolean {
    return this.#over;
  }

  /** Listens already; now the game is known. @param lastEvent how far it has come */
  begin(lastEvent: number): void {
    if (this.#last < lastEvent) this.#catchUp();
    else this.#goOn();
  }

  /** Hears of an event, perhaps too early or not for the first time. */
  hear(event: GameEvent): void {
    if (this.#over || event.number <= this.#last) return;
    if (!this.#reading && event.number === this.#last + 1) {
      this.#give(event);
      return;
    }
    this.#waiting.push(event);
    if (!this.#reading) this.#catchUp();
  }

  end(): void {
    this.#over = true;
    this.#waiting = [];
  }

  fail(error: unknown): void {
    if (this.#over) return;
    this.end();
    this.parts.fail(error);
  }

  #catchUp(): void {
    this.#reading = true;
    this.parts.backlog(this.#last).then(
      (events) => {
        for (const event of events) if (!this.#over) this.#give(event);
        this.#goOn();
      },
      (error) => this.fail(error),
    );
  }

  /** What still leaves a gap waits for the next event, which has the stored ones read again. */
  #goOn(): void {
    this.#reading = false;
    this.#waiting = this.#waiting.filter((event) => {
      if (this.#over || event.number <= this.#last) return false;
      if (event.number > this.#last + 1) return true;
      this.#give(event);
      return false;
    });
  }

  #give(event: GameEvent): void {
    this.#last = event.number;
    this.parts.give(event);
  }
}
