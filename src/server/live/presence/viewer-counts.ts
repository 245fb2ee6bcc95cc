/** How often each viewer is counted at each game. Games without viewers take no memory. */
export class ViewerCounts {
  readonly #games = new Map<number, Map<string, number>>();

  /** @returns whether this is the viewer's first count */
  add(gameID: number, viewer: string): boolean {
    const viewers = this.#games.get(gameID) ?? new Map<string, number>();
    this.#games.set(gameID, viewers);
    const times = (viewers.get(viewer) ?? 0) + 1;
    viewers.set(viewer, times);
    return times === 1;
  }

  /** @returns whether this was the viewer's last count */
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

  /** The number of distinct viewers of a game. */
  size(gameID: number): number {
    return this.#games.get(gameID)?.size ?? 0;
  }

  get empty(): boolean {
    return this.#games.size === 0;
  }

  /** The distinct viewers of a game. */
  names(gameID: number): string[] {
    return [...(this.#games.get(gameID)?.keys() ?? [])];
  }

  *[Symbol.iterator](): Generator<[gameID: number, viewers: string[]], void> {
    for (const [gameID, viewers] of this.#games) yield [gameID, [...viewers.keys()]];
  }
}
