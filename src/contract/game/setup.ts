import { z } from 'zod';
import { askedName } from '../account/account.ts';
import { wrong } from '../errors/problems.ts';
import { plainText } from '../text/text.ts';
import { color, gameID, gameName, seatRating, variant } from './basics.ts';
import { COMPUTER_LEVELS } from './computer.ts';
import { timeControl } from './time.ts';

/** Who sees a game: everyone in the lobby, or only people with its link. */
const visibility = z.enum(['lobby', 'link'], wrong('input.visibility'));

/**
 * How a game was created: over an API (`api`: both seats empty, R-CREATE-2), as an open game in the lobby, by quick
 * pairing, by a link, as a challenge, against the computer, as a rematch. Decides the time for the first moves (C-7).
 */
const source = z.enum(['api', 'lobby', 'pairing', 'link', 'challenge', 'computer', 'rematch']);

/** The colour that the creator of a game asks for. */
const hostColor = z.enum(['white', 'black', 'random'], wrong('input.hostColor'));

const rating = z.number().int().min(0).max(4000);
export const ratingRange = z
  .object({ min: rating, max: rating })
  .refine(({ min, max }) => min <= max, wrong('input.ratingRange'));

/** The terms of a game, fixed before its first move (G-1). */
export const gameSetup = z.object({
  variant,
  timeControl,
  rated: z.boolean(),
  visibility,
  source,
  /** The creator who waits for an opponent; null when both seats are open to everyone (`api`). */
  host: z
    .object({
      username: z.string(),
      color: hostColor,
      /** The rating at the time of the offer; null for unrated players, and where it is not public yet. */
      rating: seatRating.nullable(),
    })
    .nullable(),
  /** The only user besides the host who may accept it. */
  invited: z.string().nullable(),
  /** The ratings that may accept it; null: any. */
  ratingRange: ratingRange.nullable(),
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

/** A requested game (G-1). */
const gameRequest = z.object({
  variant: variant.default('standard'),
  timeControl: timeControl.default({ type: 'unlimited' }),
  rated: z.boolean().default(false),
  color: hostColor.default('random'),
  visibility: visibility.default('lobby'),
  opponent: opponent.default({ type: 'anyone' }),
  ratingRange: ratingRange.nullable().default(null),
  /** Another position to start from; casual games only. */
  initialFen: plainText.min(1).max(200).optional(),
});
export type GameRequest = z.infer<typeof gameRequest>;

/** Without `setup` the game is untimed, casual, standard chess, both seats empty (R-CREATE-2). */
export const gameCreation = z.object({
  /** By default the creator's name: “ann’s game”. */
  gameName: gameName.optional(),
  setup: gameRequest.optional(),
});

/** A setup without a host: untimed, casual, standard chess (R-CREATE-2). */
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
export const seatRequest = z.object({
  gameID,
  /** Optional when a host waits: then it is the free seat. */
  color: color.optional(),
});
