import {
  ending,
  eventBody,
  type GameSummary,
  gameStatus,
  type SeatRating,
} from '../../../contract/game/index.ts';
import type { GameDataModel, GameEventModel, MoveModel } from '../../../generated/sqlite/models.ts';
import type { StoredEvent } from './records.ts';
import { setupColumns, setupOf } from './setup-columns.ts';

/** The columns of a summary. */
export const summaryColumns = {
  gameID: true,
  gameName: true,
  whiteUsername: true,
  blackUsername: true,
  status: true,
  ply: true,
  fen: true,
  lastMove: true,
  endReason: true,
  winner: true,
  changedAtMs: true,
  whiteRating: true,
  blackRating: true,
  whiteProvisional: true,
  blackProvisional: true,
  dueAtMs: true,
  ...setupColumns,
} as const;

export type SummaryRow = Pick<GameDataModel, keyof typeof summaryColumns>;

export function summaryOf(row: SummaryRow): GameSummary {
  return {
    gameID: Number(row.gameID),
    gameName: row.gameName,
    setup: setupOf(row),
    whiteUsername: row.whiteUsername,
    blackUsername: row.blackUsername,
    whiteRating: ratingOf(row.whiteRating, row.whiteProvisional),
    blackRating: ratingOf(row.blackRating, row.blackProvisional),
    status: gameStatus.parse(row.status),
    ply: Number(row.ply),
    fen: row.fen,
    lastMove: row.lastMove,
    ending: row.endReason ? ending.parse({ reason: row.endReason, winner: row.winner }) : null,
    changedAtMs: Number(row.changedAtMs),
    dueAtMs: row.dueAtMs === null ? null : Number(row.dueAtMs),
  };
}

const ratingOf = (rating: number | null, provisional: boolean): SeatRating | null =>
  rating === null ? null : { rating: Number(rating), provisional: Boolean(provisional) };

/** Merges the events of the two tables, in order. */
export function eventsOf(
  moves: readonly Pick<
    MoveModel,
    'number' | 'atMs' | 'ply' | 'uci' | 'san' | 'whiteMs' | 'blackMs' | 'quotaMs'
  >[],
  others: readonly Pick<GameEventModel, 'number' | 'atMs' | 'body'>[],
): StoredEvent[] {
  const moved = moves.map(({ number, atMs, ply, uci, san, whiteMs, blackMs, quotaMs }) => ({
    number,
    atMs: Number(atMs),
    body: {
      type: 'moved' as const,
      ply,
      uci,
      san,
      ...(whiteMs !== null && blackMs !== null && { clocks: { whiteMs, blackMs } }),
    },
    ...(quotaMs !== null && { quotaMs }),
  }));
  const parsed = others.map(({ number, atMs, body }) => ({
    number,
    atMs: Number(atMs),
    body: eventBody.parse(JSON.parse(body)),
  }));
  return [...moved, ...parsed].sort((a, b) => a.number - b.number);
}
