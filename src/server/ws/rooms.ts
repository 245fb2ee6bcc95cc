import type { Connection } from './connection.ts';
import { Room, type RoomParts } from './room.ts';

/** A room that is opening or open, and how many connections are entering. */
interface Entry {
  readonly opening: Promise<Room>;
  coming: number;
}

/** The games with connections at this process. */
export class Rooms {
  readonly #entries = new Map<number, Entry>();

  constructor(private readonly parts: RoomParts) {}

  /** Connects a socket to a game (W-1). @throws RookeryError `unknown_game` */
  async enter(gameID: number, connection: Connection, username: string): Promise<void> {
    const entry = this.#entries.get(gameID) ?? this.#open(gameID);
    entry.coming++;
    try {
      const room = await entry.opening;
      await room.admit(connection, username);
    } finally {
      entry.coming--;
      await this.#closeIfEmpty(gameID, entry);
    }
  }

  /** Disconnects a socket from a game. @param left whether the user left, rather than the connection broke */
  async leave(room: Room, connection: Connection, left: boolean): Promise<void> {
    room.remove(connection, left);
    const entry = this.#entries.get(room.gameID);
    if (entry) await this.#closeIfEmpty(room.gameID, entry);
  }

  #open(gameID: number): Entry {
    const entry = { opening: Room.open(this.parts, gameID), coming: 0 };
    this.#entries.set(gameID, entry);
    return entry;
  }

  async #closeIfEmpty(gameID: number, entry: Entry): Promise<void> {
    const room = await entry.opening.catch(() => null);
    if (entry.coming > 0 || (room && !room.isEmpty)) return;
    room?.close();
    if (this.#entries.get(gameID) === entry) this.#entries.delete(gameID);
  }
}
