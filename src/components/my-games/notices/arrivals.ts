import type { GameSummary } from '../../../contract/game/index.ts';
import { challengesTo } from '../../../contract/game/own-games.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import type { MyGamesUpdate } from '../../../contract/lobby/my-games.ts';
import { isBusy, pathOf } from './is-busy.ts';
import { type Notice, noticeOf } from './notices.ts';

/** Where the reader is when news comes. */
export interface Place {
  readonly username: string;
  readonly path: string;
  /** Whether the page can be seen. */
  readonly visible: boolean;
}

/** What news of the reader's games does to the page. */
export interface Arrival {
  /** A game that has begun without the reader at its board; null for none. */
  readonly begun: GameSummary | null;
  /** Whether the reader is taken to its board at once. */
  readonly goes: boolean;
  readonly notice: Notice | null;
  readonly sound: 'begin' | 'challenge' | null;
}

/** Whether a game is played now rather than over days: whoever is in it is taken to the board. */
const isAtOnce = ({ setup }: GameSummary): boolean =>
  setup.timeControl.type === 'clock' || policyOf(setup).autoJoin;

/**
 * What an update does. In a snapshot, which comes after the connection was away, what was not played before has begun.
 * @param before the reader's games until now
 * @param isFirst nothing has been heard before: what is challenged already is no news
 */
export function arrivalOf(
  update: MyGamesUpdate,
  before: readonly GameSummary[],
  { username, path, visible }: Place,
  isFirst: boolean,
): Arrival {
  const games = update.type === 'snapshot' ? update.games : [update.game];
  const isNew = ({ gameID }: GameSummary, status: GameSummary['status']) =>
    !before.some((old) => old.gameID === gameID && old.status === status);
  const began = games.filter((game) =>
    update.type === 'snapshot'
      ? game.status === 'playing' && isNew(game, 'playing') && isAtOnce(game)
      : update.began,
  );
  const elsewhere = began.filter((game) => path !== pathOf(game.gameID));
  const begun = elsewhere.find(isAtOnce) ?? null;
  const goes = begun !== null && visible && !isBusy(before, path);
  const challenged =
    !isFirst && challengesTo(games, username).some((challenge) => isNew(challenge, 'open'));
  const subject = elsewhere[0] ?? (update.type === 'changed' ? update.game : null);
  return {
    begun,
    goes,
    notice:
      goes || !subject || path === pathOf(subject.gameID)
        ? null
        : noticeOf(subject, elsewhere.length > 0, username),
    sound: began.some(isAtOnce) ? 'begin' : challenged ? 'challenge' : null,
  };
}
