import type { Statement } from 'better-sqlite3';
import { type CommitRows, positionIn } from '../commit-rows.ts';
import { INSERT_MOVES, UPDATE_PLAYED } from './commit.ts';
import type { Prepare } from './prepare.ts';

/** A row's values in the order of its columns (`commit-rows.ts`). */
type Row = (string | number | null)[];

/** Moves as rows: the n-th game row is the game after the n-th move. */
interface Played {
  readonly moves: readonly Row[];
  readonly games: readonly Row[];
}

/** Where a game stands. */
interface End {
  readonly lastEvent: number;
  readonly ply: number;
}

/** A game with moves in the log that its tables don't have yet. */
interface Pending {
  /** The game's last event in the tables. */
  readonly stored: number;
  /** Where the game stands in the log. */
  end: End;
  /** The log row with the first of these moves. */
  readonly logID: number;
  readonly moves: Row[];
  /** The game after the last of these moves. */
  game: Row;
}

const at = {
  gameID: positionIn('games', 'gameID'),
  afterEvent: positionIn('games', 'afterEvent'),
  lastEvent: positionIn('games', 'lastEvent'),
  ply: positionIn('games', 'ply'),
  movePly: positionIn('moves', 'ply'),
  moveAfter: positionIn('moves', 'afterEvent'),
};

/**
 * Moves that are on disk but not yet in the tables `move` and `gameData` (docs/decisions/015). A batch of moves is one
 * row of `moveLog`: one page written instead of two for each game. {@link apply} writes them into the tables, for several
 * moves of a game at once; it must run before these tables are read or written, and after a crash.
 *
 * Not for concurrent use: every method runs to its end, in a transaction of its own or in that of the caller.
 */
export class MoveLog {
  /** In the order of their first move in the log. */
  readonly #pending = new Map<number, Pending>();
  #lastID: number;
  #moves = 0;
  readonly #storedEnd: Statement<[number], End>;
  readonly #append: Statement<[number, string]>;
  readonly #remove: Statement<[number]>;
  readonly #insertMoves: Statement<[string]>;
  readonly #updateGames: Statement<[string]>;

  /** @param prepare on a database that has the table `moveLog` */
  constructor(private readonly prepare: Prepare) {
    this.#storedEnd = prepare<[number], End>(
      `SELECT "lastEvent", "ply" FROM "gameData" WHERE "gameID" = ? AND "status" <> 'finished'`,
    );
    this.#append = prepare('INSERT INTO "moveLog" ("id", "rows") VALUES (?, ?)');
    this.#remove = prepare('DELETE FROM "moveLog" WHERE "id" <= ?');
    this.#insertMoves = prepare(INSERT_MOVES);
    this.#updateGames = prepare(UPDATE_PLAYED);
    const last = prepare<[], number | null>('SELECT max("id") FROM "moveLog"').pluck();
    this.#lastID = last.get() ?? 0;
  }

  /** How many moves the tables don't have yet. */
  get size(): number {
    return this.#moves;
  }

  /** Restores the moves that a killed process left in the log. To be called once, before other methods. */
  restore(): void {
    const log = this.prepare<[], { readonly id: number; readonly rows: string }>(
      'SELECT "id", "rows" FROM "moveLog" ORDER BY "id"',
    );
    for (const { id, rows } of log.all()) this.#keep(id, this.#accepted(JSON.parse(rows)));
  }

  /**
   * Writes moves to the log, those of games whose last event is the one that the move's decision knew.
   * @param rows of moves alone, at most one for each game
   * @returns the accepted games, and a function to call once the transaction is committed
   */
  append({ moves, games }: CommitRows): {
    readonly gameIDs: number[];
    readonly committed: () => void;
  } {
    const given: Played = { moves: JSON.parse(moves ?? '[]'), games: JSON.parse(games) };
    const accepted = this.#accepted(given);
    const gameIDs = accepted.games.map((game) => Number(game[at.gameID]));
    if (gameIDs.length === 0) return { gameIDs, committed: () => {} };
    const id = this.#lastID + 1;
    const isWhole = accepted.games.length === given.games.length;
    const body = isWhole ? `{"moves":${moves},"games":${games}}` : JSON.stringify(accepted);
    this.#append.run(id, body);
    return { gameIDs, committed: () => this.#keep(id, accepted) };
  }

  /**
   * Writes moves of the log into the tables.
   * @param gameIDs of these games only
   * @returns a function to call once the transaction is committed
   */
  apply(gameIDs: Iterable<number>): () => void {
    const pending = [...gameIDs].flatMap((gameID) => this.#pending.get(gameID) ?? []);
    if (pending.length === 0) return () => {};
    this.#insertMoves.run(JSON.stringify(pending.flatMap(({ moves }) => moves)));
    const games = JSON.stringify(pending.map(({ game }) => game));
    const { changes } = this.#updateGames.run(games);
    if (changes !== pending.length) {
      throw new Error(
        `Only ${changes} of ${pending.length} games of the move log could be written.`,
      );
    }
    const applied = new Set(pending);
    this.#remove.run(this.#firstNeeded(applied) - 1);
    return () => {
      for (const { game, moves } of applied) {
        this.#pending.delete(Number(game[at.gameID]));
        this.#moves -= moves.length;
      }
    };
  }

  /** The games with moves in the log, the oldest first. */
  oldest(count = this.#pending.size): number[] {
    const games: number[] = [];
    for (const gameID of this.#pending.keys()) {
      if (games.length === count) break;
      games.push(gameID);
    }
    return games;
  }

  /** The first log row with a move that isn't among the applied ones. */
  #firstNeeded(applied: ReadonlySet<Pending>): number {
    for (const pending of this.#pending.values()) if (!applied.has(pending)) return pending.logID;
    return this.#lastID + 1;
  }

  /**
   * The moves that continue their games.
   * @throws Error for a move that the tables would refuse: it must not get into the log
   */
  #accepted({ moves, games }: Played): Played {
    const fits = games.map((game, index) => {
      const gameID = Number(game[at.gameID]);
      const end = this.#pending.get(gameID)?.end ?? this.#storedEnd.get(gameID);
      if (!end || end.lastEvent !== game[at.afterEvent]) return false;
      if (moves[index]?.[at.movePly] === end.ply + 1) return true;
      throw new Error(`The move of game ${gameID} does not follow ply ${end.ply}.`);
    });
    if (!fits.includes(false)) return { moves, games };
    const isFit = (_row: Row, index: number) => fits[index] === true;
    return { moves: moves.filter(isFit), games: games.filter(isFit) };
  }

  #keep(logID: number, { moves, games }: Played): void {
    this.#lastID = logID;
    this.#moves += moves.length;
    moves.forEach((move, index) => {
      const game = games[index] ?? [];
      const gameID = Number(game[at.gameID]);
      const end = { lastEvent: Number(game[at.lastEvent]), ply: Number(game[at.ply]) };
      const known = this.#pending.get(gameID);
      const stored = known?.stored ?? Number(game[at.afterEvent]);
      // The statements write on condition that the tables have no newer event.
      move[at.moveAfter] = stored;
      game[at.afterEvent] = stored;
      if (known) {
        known.moves.push(move);
        known.end = end;
        known.game = game;
      } else this.#pending.set(gameID, { stored, end, logID, moves: [move], game });
    });
  }
}
