import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { GameEvent } from '../../../contract/game/index.ts';
import { isNamed } from '../../../rules/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { MoveCommand } from '../../game/decide/index.ts';
import { eventsAfter } from '../../game/replay.ts';

/** @param why `removed` after a clear */
export const unknownGame = (gameID: number, why: 'unknown' | 'removed' = 'unknown') =>
  new RookeryError('unknown_game', {
    field: 'gameID',
    problem: problem(`game.${why}`, { gameID: String(gameID) }),
  });

/**
 * A game's stored events after number `after`, as they were published.
 * @throws RookeryError `unknown_game`
 */
export async function storedEvents(
  dataAccess: Pick<DataAccess, 'loadGame'>,
  gameID: number,
  after: number,
): Promise<GameEvent[]> {
  const stored = await dataAccess.loadGame(gameID);
  if (!stored) throw unknownGame(gameID);
  return eventsAfter(stored, after);
}

/** The event of a repeated move: its first occurrence after `lastEvent`, else its last (T-2). */
export async function repeatedMove(
  dataAccess: Pick<DataAccess, 'loadGame'>,
  gameID: number,
  {
    ply,
    uci,
    lastEvent = Number.POSITIVE_INFINITY,
  }: Pick<MoveCommand, 'ply' | 'uci' | 'lastEvent'>,
): Promise<readonly GameEvent[]> {
  const played = (await storedEvents(dataAccess, gameID, 0)).filter(
    (event) => event.type === 'moved' && event.ply === ply + 1 && isNamed(event, uci),
  );
  const first = played.find(({ number }) => number > lastEvent) ?? played.at(-1);
  return first ? [first] : [];
}
