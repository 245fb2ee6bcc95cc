import type { GameSummary } from '../../../contract/game/index.ts';
import { challengesTo } from '../../../contract/game/own-games.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import type { MyGamesUpdate } from '../../../contract/lobby/my-games.ts';
import { isBusy, pathOf } from './is-busy.ts';
import { type Notice, noticeOf } from './notices.ts';

/** The reader and the page that they see when an update comes. */
export interface Place {
  readonly username: string;
  readonly path: string;
  /** Whether the page is visible. */
  readonly visible: boolean;
}

/** The effects of an update on the page. */
export interface Arrival {
  /** A game that has begun while the reader is not at its board; null for none. */
  readonly begun: GameSummary | null;
  /** Whether to open its board at once. */
  readonly goes: boolean;
  readonly notice: Notice | null;
  readonly sound: 'begin' | 'challenge' | null;
}

/** Whether a game is played now rather than over days, so that its board opens for the players. */
const isAtOnce = ({ setup }: GameSummary): boolean =>
  setup.timeControl.type === 'clock' || policyOf(setup).autoJoin;

/**
 * The effects of an update. In a snapshot, which comes after a lost connection, games that were not in progress before
 * have begun.
 * @param before the reader's games so far
 * @param isFirst whether this is the first update, whose challenges are no news
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
