import { type Color, isVoid, opponentOf } from '../../../contract/game/index.ts';
import { DAY_MS, speedOf } from '../../../contract/game/time.ts';
import { newcomer, rate, type Strength } from '../../../rules/rating/glicko2.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type {
  GameCommit,
  PlayerRating,
  RatingKind,
  RatingUpdate,
} from '../../data-access/db/records.ts';

/** How long a rating period is: the deviation of who stays away grows from 60 to 110 in about a year. */
const PERIOD_MS = DAY_MS;

/** A decision that ends a rated game, with what it does to the ratings; any other as it is (G-2). */
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
    const own = known.get(names[color]);
    const other = known.get(names[opponentOf(color)]);
    const score = ending.winner === null ? 0.5 : ending.winner === color ? 1 : 0;
    return update(commit.gameID, names[color], kind, own, other, score, end.atMs);
  };
  const updates = [updateOf('white'), updateOf('black')] as const;
  const change = ({ before, after }: RatingUpdate) => ({
    before: Math.round(before.rating),
    after: Math.round(after.rating),
  });
  const told = { white: change(updates[0]), black: change(updates[1]) };
  return {
    ...commit,
    events: events.map((event) => (event === end ? { ...end, ratings: told } : event)),
    ratings: updates,
  };
}

function update(
  gameID: number,
  username: string,
  kind: RatingKind,
  own: PlayerRating | undefined,
  other: PlayerRating | undefined,
  score: number,
  atMs: number,
): RatingUpdate {
  const before = own ?? { ...newcomer, games: 0, updatedAtMs: atMs };
  const opponent: Strength = other ? rate(other, [], periodsAway(other, atMs)) : newcomer;
  const after = rate(before, [{ opponent, score }], periodsAway(before, atMs));
  return { gameID, username, ...kind, atMs, before, after };
}

/** For how many rating periods a player was away; an unplayed rating is the newcomer's, whenever its row was made. */
function periodsAway({ games, updatedAtMs }: PlayerRating, atMs: number): number {
  return games === 0 ? 0 : Math.max(0, atMs - updatedAtMs) / PERIOD_MS;
}
