import type { GameEvent } from '../../../contract/game/index.ts';

/** The callbacks of a subscription to a game. They must not throw. */
export interface Listener {
  /** Called with each event, once and in order. */
  readonly give: (event: GameEvent) => void;
  /** Called once when the game can't be followed (any more); no event follows. */
  readonly fail: (error: unknown) => void;
}

/** Reads a game's stored events after a number. */
export type Backlog = (gameID: number, after: number) => Promise<readonly GameEvent[]>;

/** Passes on all events of a game after a number, without gap or repetition (T-1). */
export class Follower {
  #last: number;
  /** While true, new events wait until the stored events are read. */
  #reading = true;
  #waiting: GameEvent[] = [];
  #over = false;

  /** @param after the number of the last known event */
  constructor(
    readonly gameID: number,
    after: number,
    private readonly listener: Listener,
    private readonly backlog: Backlog,
  ) {
    this.#last = after;
  }

  get over(): boolean {
    return this.#over;
  }

  /** Begins to pass on events. @param lastEvent the number of the game's last event */
  begin(lastEvent: number): void {
    if (this.#last < lastEvent) this.#catchUp();
    else this.#goOn();
  }

  /** Receives an event, which may be out of order or repeated. */
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
    this.listener.fail(error);
  }

  #catchUp(): void {
    this.#reading = true;
    this.backlog(this.gameID, this.#last).then(
      (events) => {
        for (const event of events) if (!this.#over) this.#give(event);
        this.#goOn();
      },
      (error) => this.fail(error),
    );
  }

  /** Events after a gap keep waiting; the next event makes the stored ones be read again. */
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
    this.listener.give(event);
  }
}
