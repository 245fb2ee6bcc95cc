import { z } from 'zod';
import { wrong } from '../../contract/errors/problems.ts';
import { type Color, gameID, gameNumber, gameStatus } from '../../contract/game/index.ts';

/** A game in the list. */
export const gameListItem = z.object({
  gameID: z.number().int(),
  whiteUsername: z.string().nullable(),
  blackUsername: z.string().nullable(),
  gameName: z.string(),
});

/** A whole number in decimal, as in a query string. */
const decimal = (max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, wrong('input.wholeNumber'))
    .transform(Number)
    .pipe(z.number().min(1, wrong('input.tooSmall')).max(max, wrong('input.tooBig')));

/** R-LIST-2. */
export const listQuery = z.object({
  limit: decimal(1000).optional(),
  after: z
    .string()
    .regex(/^\d{1,10}$/, wrong('input.gameID'))
    // The largest game number stands for all larger ones, which a database could not take.
    .transform((digits) => Math.min(Number(digits), gameID.maxValue ?? Number.POSITIVE_INFINITY))
    .optional(),
  status: gameStatus.optional(),
});

const seatColor = z
  .string(wrong('input.playerColor'))
  .regex(/^(white|black)$/i, wrong('input.playerColor'))
  .describe('WHITE or BLACK, in any case');

/** R-JOIN-1, R-JOIN-2. */
export const joinBody = z
  .object({
    playerColor: seatColor.optional(),
    ClientColor: seatColor.optional(),
    clientColor: seatColor.optional(),
    gameID: gameNumber,
  })
  .transform((body, context) => {
    const named = body.playerColor ?? body.ClientColor ?? body.clientColor;
    if (named === undefined) {
      const message = wrong('input.playerColorMissing');
      context.issues.push({ code: 'custom', input: body, path: ['playerColor'], message });
      return z.NEVER;
    }
    const color: Color = named.toLowerCase() === 'white' ? 'white' : 'black';
    return { color, gameID: body.gameID };
  });
