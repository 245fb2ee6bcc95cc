/** Who is at which game, each as often as they are counted. Games where nobody is take no memory. */
export class ViewerCounts {
  readonly #games = new Map<number, Map<string, number>>();

  /** @returns whether they were not there before */
  add(gameID: number, viewer: string): boolean {
    const viewers = this.#games.get(gameID) ?? new Map<string, number>();
    this.#games.set(gameID, viewers);
    const times = (viewers.get(viewer) ?? 0) + 1;
    viewers.set(viewer, times);
    return times === 1;
  }

  /** @returns whether they are there no longer */
  remove(gameID: number, viewer: string): boolean {
    const viewers = this.#games.get(gameID);
    const times = viewers?.get(viewer);
    if (!viewers || !times) return false;
    if (times > 1) viewers.set(viewer, times - 1);
    else viewers.delete(viewer);
    if (viewers.size === 0) this.#games.delete(gameID);
    return times === 1;
  }

  has(gameID: number, viewer: string): boolean {
    return this.#games.get(gameID)?.has(viewer) === true;
  }

  /** How many different viewers a game has. */
  size(gameID: number): number {
    return this.#games.get(gameID)?.size ?? 0;
  }

  get empty(): boolean {
    return this.#games.size === 0;
  }

  /** A game's different viewers. */
  names(gameID: number): string[] {
    return [...(this.#games.get(gameID)?.keys() ?? [])];
  }

  /** Each game with its viewers. */
  *[Symbol.iterator](): Generator<[gameID: number, viewers: string[]], void> {
    for (const [gameID, viewers] of this.#games) yield [gameID, [...viewers.keys()]];
  }
}
