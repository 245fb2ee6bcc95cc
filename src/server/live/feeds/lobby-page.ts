import { isDeepStrictEqual } from 'node:util';
import { isVoid } from '../../../contract/game/chess-time.ts';
import type { GameSummary, Lobby, LobbyUpdate } from '../../../contract/game/index.ts';
import { byNewest, foldLobby, LOBBY_LENGTH } from '../../../contract/lobby/lobby-fold.ts';
import { isOffered, type OpenSelection } from '../../data-access/lobby/open-games.ts';

/** A list that has shrunk to this, of which there is more in the database, is filled up again. */
const LOW = LOBBY_LENGTH / 2;

/** The lobby as those see it who look for the same open games. */
export class LobbyPage {
  readonly listeners = new Set<(update: LobbyUpdate) => void>();
  #snapshot: Extract<LobbyUpdate, { type: 'snapshot' }>;
  #shown: ReadonlySet<number>;
  /** There may be more running games than are shown. */
  #morePlaying: boolean;

  constructor(
    readonly selection: OpenSelection,
    lobby: Lobby,
  ) {
    this.#snapshot = { type: 'snapshot', lobby };
    this.#shown = idsOf(lobby);
    this.#morePlaying = lobby.playing.length >= LOBBY_LENGTH;
  }

  get lobby(): Lobby {
    return this.#snapshot.lobby;
  }

  /** The same object until something changes: it is checked once for all who are given it. */
  get snapshot(): LobbyUpdate {
    return this.#snapshot;
  }

  shows(gameID: number): boolean {
    return this.#shown.has(gameID);
  }

  get isLow(): boolean {
    const { open, moreOpen, playing } = this.lobby;
    return (moreOpen && open.length < LOW) || (this.#morePlaying && playing.length < LOW);
  }

  /** Tells what of this is news here. */
  change(changed: readonly GameSummary[]): void {
    const games = changed.filter((game) => this.#isHere(game));
    const here = new Set(games.map(({ gameID }) => gameID));
    const gone = changed.flatMap(({ gameID }) =>
      this.#shown.has(gameID) && !here.has(gameID) ? [gameID] : [],
    );
    const opened = games.filter((game) => game.status === 'open' && !this.#isOpenHere(game));
    const tooMany = this.lobby.open.length + opened.length > LOBBY_LENGTH;
    this.#tell(games, gone, this.lobby.moreOpen || tooMany);
  }

  /** Shows these open games and no others. */
  fill(open: readonly GameSummary[], moreOpen: boolean): void {
    const wanted = new Set(open.map(({ gameID }) => gameID));
    const gone = this.lobby.open.flatMap(({ gameID }) => (wanted.has(gameID) ? [] : [gameID]));
    const added = open.filter((game) => !this.#shown.has(game.gameID));
    this.#tell(added, gone, moreOpen);
  }

  /** Shows this, all of it. */
  replace(lobby: Lobby): void {
    if (isDeepStrictEqual(this.lobby, lobby)) return;
    this.#morePlaying = false;
    this.#keep(lobby);
    for (const listener of this.listeners) listener(this.#snapshot);
  }

  /** Whoever reads it again knows how many run. */
  filledPlaying(isAll: boolean): void {
    this.#morePlaying = !isAll;
  }

  #tell(games: GameSummary[], gone: number[], moreOpen: boolean): void {
    if (games.length === 0 && gone.length === 0 && moreOpen === this.lobby.moreOpen) return;
    const change = { games, gone, moreOpen };
    this.#keep(foldLobby(this.lobby, change));
    for (const listener of this.listeners) listener({ type: 'changed', ...change });
  }

  #keep(lobby: Lobby): void {
    this.#snapshot = { type: 'snapshot', lobby };
    this.#shown = idsOf(lobby);
    this.#morePlaying ||= lobby.playing.length >= LOBBY_LENGTH;
  }

  #isOpenHere = ({ gameID }: GameSummary): boolean =>
    this.lobby.open.some((game) => game.gameID === gameID);

  #isHere(game: GameSummary): boolean {
    const { status, setup, ending } = game;
    if (status !== 'open') {
      return setup.visibility === 'lobby' && !(ending && isVoid(ending));
    }
    if (!isOffered(game, this.selection)) return false;
    // What belongs further back is left to the page that it is on.
    const { open, moreOpen } = this.lobby;
    const last = open.at(-1);
    return !(moreOpen && last && byNewest(game, last) > 0);
  }
}

const idsOf = ({ open, playing, finished }: Lobby): ReadonlySet<number> =>
  new Set([...open, ...playing, ...finished].map((game) => game.gameID));
