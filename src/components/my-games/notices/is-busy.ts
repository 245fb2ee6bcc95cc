import type { GameSummary } from '../../../contract/game/index.ts';

export const pathOf = (gameID: number): string => `/game/${gameID}`;

/** Whether the page shows a running game with a clock in which the reader plays: nothing may cover it. */
export const isBusy = (games: readonly GameSummary[], path: string): boolean =>
  games.some(
    ({ gameID, status, setup }) =>
      status === 'playing' && setup.timeControl.type === 'clock' && path === pathOf(gameID),
  );
