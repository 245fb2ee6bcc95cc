'use client';

import type { Lobby } from '../../contract/game.ts';
import { CreateGame } from './create-game.tsx';
import { FinishedGames } from './finished-games.tsx';
import { OpenGames } from './open-games.tsx';
import { RunningGames } from './running-games.tsx';
import { Section } from './section.tsx';
import { useLobby } from './use-lobby.ts';

/** What the lobby's page shows: the lobby as the server drew it, and who is looking. */
export interface LobbyPageModel {
  readonly lobby: Lobby;
  readonly username: string | null;
}

/** The whole lobby: open games to join, running ones to watch, finished ones to look up. */
export function LobbyView({ lobby: initial, username }: LobbyPageModel) {
  const { open, playing, finished } = useLobby(initial);
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-[680] text-3xl tracking-[-0.03em]">Lobby</h1>
          <p className="mt-1 text-muted">Games as they stand this moment.</p>
        </div>
        <CreateGame username={username} />
      </div>
      <div className="mt-8 grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:grid-rows-[auto_1fr]">
        <Section title="Open games" count={open.length}>
          <OpenGames games={open} username={username} />
        </Section>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Section title="Running games" count={playing.length}>
            <RunningGames games={playing} username={username} />
          </Section>
        </div>
        <Section title="Finished games" count={finished.length}>
          <FinishedGames games={finished} />
        </Section>
      </div>
    </>
  );
}
