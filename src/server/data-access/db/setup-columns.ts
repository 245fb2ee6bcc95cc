import { type GameSetup, gameSetup } from '../../../contract/game/setup.ts';
import { speedOf, type TimeControl, timeControl } from '../../../contract/game/time.ts';
import type { GameDataModel } from '../../../generated/sqlite/models.ts';

/** The columns of a game's setup. */
export const setupColumns = {
  variant: true,
  limitMs: true,
  incrementMs: true,
  daysPerMove: true,
  rated: true,
  visibility: true,
  source: true,
  hostUsername: true,
  hostColor: true,
  invitedUsername: true,
  hostRating: true,
  hostProvisional: true,
  minRating: true,
  maxRating: true,
} as const;

const fields = gameSetup.shape;
const hostFields = fields.host.unwrap().shape;

export type SetupRow = Pick<GameDataModel, keyof typeof setupColumns>;

/** The column values of a setup, and its `speed`, by which games are found. */
export function rowOfSetup(setup: GameSetup): SetupRow & { readonly speed: string } {
  const { timeControl: time, host, ratingRange } = setup;
  return {
    variant: setup.variant,
    speed: speedOf(time),
    limitMs: time.type === 'clock' ? time.limitMs : null,
    incrementMs: time.type === 'clock' ? time.incrementMs : null,
    daysPerMove: time.type === 'correspondence' ? time.daysPerMove : null,
    rated: setup.rated,
    visibility: setup.visibility,
    source: setup.source,
    hostUsername: host?.username ?? null,
    hostColor: host?.color ?? null,
    invitedUsername: setup.invited,
    hostRating: host?.rating?.rating ?? null,
    hostProvisional: host?.rating?.provisional ?? false,
    minRating: ratingRange?.min ?? null,
    maxRating: ratingRange?.max ?? null,
  };
}

/** The setup of a row. Raw queries return numbers as bigint and booleans as numbers. */
export function setupOf(row: SetupRow): GameSetup {
  const { hostUsername, hostColor, hostRating, minRating, maxRating } = row;
  const rating =
    hostRating === null
      ? null
      : { rating: Number(hostRating), provisional: Boolean(row.hostProvisional) };
  return {
    variant: fields.variant.parse(row.variant),
    timeControl: timeOf(row),
    rated: Boolean(row.rated),
    visibility: fields.visibility.parse(row.visibility),
    source: fields.source.parse(row.source),
    host:
      hostUsername === null
        ? null
        : {
            username: hostUsername,
            color: hostFields.color.parse(hostColor ?? 'random'),
            rating,
          },
    invited: row.invitedUsername,
    ratingRange:
      minRating === null || maxRating === null
        ? null
        : { min: Number(minRating), max: Number(maxRating) },
  };
}

function timeOf({ limitMs, incrementMs, daysPerMove }: SetupRow): TimeControl {
  if (limitMs !== null) {
    return { type: 'clock', limitMs: Number(limitMs), incrementMs: Number(incrementMs ?? 0) };
  }
  if (daysPerMove === null) return { type: 'unlimited' };
  return timeControl.parse({ type: 'correspondence', daysPerMove: Number(daysPerMove) });
}
