import type { GameSummary } from '../../../contract/game/index.ts';

export const pathOf = (gameID: number): string => `/game/${gameID}`;

/** Whether the reader has a running game with a clock of their own before them: nothing may come between. */
export const isBusy = (games: readonly GameSummary[], path: string): boolean =>
  games.some(
    ({ gameID, status, setup }) =>
      status === 'playing' && setup.timeControl.type === 'clock' && path === pathOf(gameID),
  );
