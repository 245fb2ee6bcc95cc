import { z } from 'zod';
import { askedName } from '../account/account.ts';
import { wrong } from '../errors/problems.ts';
import { plainText } from '../text/text.ts';
import { color, gameID, gameName, seatRating, variant } from './basics.ts';
import { COMPUTER_LEVELS } from './computer.ts';
import { timeControl } from './time.ts';

/** Who sees a game: everyone in the lobby, or who has its link. */
const visibility = z.enum(['lobby', 'link'], wrong('input.visibility'));

/**
 * How a game came about: over an API (`api`: both seats empty, R-CREATE-2), as an open game of the lobby, by quick
 * pairing, by a link, as a challenge, against the computer, as a rematch. Decides how long the first moves may take (C-7).
 */
const source = z.enum(['api', 'lobby', 'pairing', 'link', 'challenge', 'computer', 'rematch']);

/** The colour that whoever makes a game wants. */
const wantedColor = z.enum(['white', 'black', 'random'], wrong('input.wantedColor'));

const rating = z.number().int().min(0).max(4000);
/** Ratings from `min` to `max`. */
export const wantedRatingRange = z
  .object({ min: rating, max: rating })
  .refine(({ min, max }) => min <= max, wrong('input.ratingRange'));

/** What was settled about a game before its first move (G-1). */
export const gameSetup = z.object({
  variant,
  timeControl,
  rated: z.boolean(),
  visibility,
  source,
  /** Who made it and waits for an opponent; null when both seats are for whoever comes (`api`). */
  host: z
    .object({
      username: z.string(),
      color: wantedColor,
      /** Their strength when they offered it; null for who has none, and where nobody is to see it yet. */
      rating: seatRating.nullable(),
    })
    .nullable(),
  /** The only one who may accept it, besides its host. */
  invited: z.string().nullable(),
  /** Who may accept it by their rating; null: anyone. */
  ratingRange: wantedRatingRange.nullable(),
});
export type GameSetup = z.infer<typeof gameSetup>;

const opponent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('anyone') }),
  z.object({ type: z.literal('user'), username: askedName }),
  z.object({
    type: z.literal('computer'),
    level: z.number().int().min(1).max(COMPUTER_LEVELS, wrong('input.level')),
  }),
]);

/** A game as somebody asks for it (G-1). */
const gameRequest = z.object({
  variant: variant.default('standard'),
  timeControl: timeControl.default({ type: 'unlimited' }),
  rated: z.boolean().default(false),
  color: wantedColor.default('random'),
  visibility: visibility.default('lobby'),
  opponent: opponent.default({ type: 'anyone' }),
  ratingRange: wantedRatingRange.nullable().default(null),
  /** Another position to start from; casual games only. */
  initialFen: plainText.min(1).max(200).optional(),
});
export type GameRequest = z.infer<typeof gameRequest>;

/** Without `setup` the game is untimed, casual, standard chess, both seats empty (R-CREATE-2). */
export const gameCreation = z.object({
  /** By default the maker's name: “ann’s game”. */
  gameName: gameName.optional(),
  setup: gameRequest.optional(),
});

/** A hostless setup: untimed, casual, standard chess (R-CREATE-2). */
export const plainSetup: GameSetup = {
  variant: 'standard',
  timeControl: { type: 'unlimited' },
  rated: false,
  visibility: 'lobby',
  source: 'api',
  host: null,
  invited: null,
  ratingRange: null,
};

export const oneGame = z.object({ gameID });
export const seatWanted = z.object({
  gameID,
  /** May be left out for a game whose host waits: the seat that is left. */
  color: color.optional(),
});
