'use client';

import type { GameSummary } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { useMyGames } from '../my-games/my-games-context.ts';
import { StartButtons } from '../quick-start/start-buttons.tsx';
import { BestGame } from './best-game.tsx';
import { CreateGame } from './create-game.tsx';
import { useLobbyGames } from './lobby-games.tsx';
import type { LobbyTop } from './lobby-top.ts';
import { QuickPairing } from './seek/quick-pairing.tsx';

/** The data that the server renders the lobby's page with. */
export interface LobbyPageModel {
  readonly top: LobbyTop;
  /** The best running game. */
  readonly best: GameSummary | null;
  readonly username: string | null;
}

/** The lobby: quick pairing, open games, games in progress, finished games. */
export function LobbyView({ top, best, username }: LobbyPageModel) {
  const { guest } = useMyGames();
  const { open, running, finished } = useLobbyGames(top, username);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-[680] text-3xl tracking-[-0.03em]">{lobbyText('title')}</h1>
          <p className="mt-1 text-muted">{lobbyText('lead')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <StartButtons username={username} />
          <CreateGame username={username} />
        </div>
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <QuickPairing username={username} guest={guest} />
          {open}
        </div>
        <BestGame initial={best} />
      </div>
      <div className="mt-10 grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
        {running}
        {finished}
      </div>
    </>
  );
}
