import { isDeepStrictEqual } from 'node:util';
import { isVoid } from '../../../contract/game/chess-time.ts';
import type { GameSummary, Lobby, LobbyUpdate } from '../../../contract/game/index.ts';
import { byNewest, foldLobby, LOBBY_LENGTH } from '../../../contract/lobby/lobby-fold.ts';
import { isOffered, type OpenSelection } from '../../data-access/lobby/open-games.ts';

/** A list shorter than this is filled again if the database has more. */
const LOW = LOBBY_LENGTH / 2;

/** The lobby for one selection of open games. */
export class LobbyPage {
  readonly listeners = new Set<(update: LobbyUpdate) => void>();
  #snapshot: Extract<LobbyUpdate, { type: 'snapshot' }>;
  #shown: ReadonlySet<number>;
  /** Whether the database may have more running games than the page. */
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

  /** The same object until the page changes, so that it is validated once for all watchers. */
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

  /** Applies the changed games that belong on this page. */
  change(changed: readonly GameSummary[]): void {
    const games = changed.filter((game) => this.#isHere(game));
    const here = new Set(games.map(({ gameID }) => gameID));
    const gone = changed.flatMap(({ gameID }) =>
      this.#shown.has(gameID) && !here.has(gameID) ? [gameID] : [],
    );
    const opened = games.filter((game) => game.status === 'open' && !this.#isOpenHere(game));
    const tooMany = this.lobby.open.length + opened.length > LOBBY_LENGTH;
    this.#publish(games, gone, this.lobby.moreOpen || tooMany);
  }

  /** Replaces the open games. */
  fill(open: readonly GameSummary[], moreOpen: boolean): void {
    const wanted = new Set(open.map(({ gameID }) => gameID));
    const gone = this.lobby.open.flatMap(({ gameID }) => (wanted.has(gameID) ? [] : [gameID]));
    const added = open.filter((game) => !this.#shown.has(game.gameID));
    this.#publish(added, gone, moreOpen);
  }

  /** Replaces the whole page. */
  replace(lobby: Lobby): void {
    if (isDeepStrictEqual(this.lobby, lobby)) return;
    this.#morePlaying = false;
    this.#keep(lobby);
    for (const listener of this.listeners) listener(this.#snapshot);
  }

  /** @param isAll whether the database has no more running games than the last read returned */
  filledPlaying(isAll: boolean): void {
    this.#morePlaying = !isAll;
  }

  #publish(games: GameSummary[], gone: number[], moreOpen: boolean): void {
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
    // A game older than the last one belongs on a later page.
    const { open, moreOpen } = this.lobby;
    const last = open.at(-1);
    return !(moreOpen && last && byNewest(game, last) > 0);
  }
}

const idsOf = ({ open, playing, finished }: Lobby): ReadonlySet<number> =>
  new Set([...open, ...playing, ...finished].map((game) => game.gameID));
