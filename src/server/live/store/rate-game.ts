import { type Color, isVoid, opponentOf } from '../../../contract/game/index.ts';
import { DAY_MS, speedOf } from '../../../contract/game/time.ts';
import { newcomer, rate, type Strength } from '../../../rules/rating/glicko2.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameCommit, PlayerRating, RatingUpdate } from '../../data-access/db/records.ts';

/** The length of a rating period: without games, a deviation grows from 60 to 110 in about a year. */
const PERIOD_MS = DAY_MS;

/** Adds the rating changes to a decision that ends a rated game; returns any other unchanged (G-2). */
export async function withRatings(
  { ratings }: Pick<DataAccess, 'ratings'>,
  commit: GameCommit,
): Promise<GameCommit> {
  const { row, events } = commit;
  const { whiteUsername, blackUsername, ending, setup } = row;
  const end = events.find((event) => event.type === 'ended');
  if (!end || !setup.rated || ending === null || isVoid(ending)) return commit;
  if (whiteUsername === null || blackUsername === null) return commit;
  const kind = { variant: setup.variant, speed: speedOf(setup.timeControl) };
  const known = await ratings.get([whiteUsername, blackUsername], kind);
  const names = { white: whiteUsername, black: blackUsername };
  const updateOf = (color: Color): RatingUpdate => {
    const username = names[color];
    const score = ending.winner === null ? 0.5 : ending.winner === color ? 1 : 0;
    const own = known.get(username);
    const opponent = known.get(names[opponentOf(color)]);
    const change = ratingChange({ own, opponent, score, atMs: end.atMs });
    return { gameID: commit.gameID, username, ...kind, atMs: end.atMs, ...change };
  };
  const updates = [updateOf('white'), updateOf('black')] as const;
  const change = ({ before, after }: RatingUpdate) => ({
    before: Math.round(before.rating),
    after: Math.round(after.rating),
  });
  const ratingChanges = { white: change(updates[0]), black: change(updates[1]) };
  return {
    ...commit,
    events: events.map((event) => (event === end ? { ...end, ratings: ratingChanges } : event)),
    ratings: updates,
  };
}

/** A game's result from the point of view of one player. */
interface Result {
  /** Undefined for a player who has no rating of this kind yet. */
  readonly own: PlayerRating | undefined;
  readonly opponent: PlayerRating | undefined;
  /** 1 for a win, 0.5 for a draw, 0 for a loss. */
  readonly score: number;
  readonly atMs: number;
}

function ratingChange(result: Result): Pick<RatingUpdate, 'before' | 'after'> {
  const { own, score, atMs } = result;
  const before = own ?? { ...newcomer, games: 0, updatedAtMs: atMs };
  const opponent: Strength = result.opponent
    ? rate(result.opponent, [], periodsAway(result.opponent, atMs))
    : newcomer;
  const after = rate(before, [{ opponent, score }], periodsAway(before, atMs));
  return { before, after };
}

/** How many rating periods a player was inactive; 0 without games, whenever the row was made. */
function periodsAway({ games, updatedAtMs }: PlayerRating, atMs: number): number {
  return games === 0 ? 0 : Math.max(0, atMs - updatedAtMs) / PERIOD_MS;
}
