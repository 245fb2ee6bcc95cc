'use client';

import type { ReactNode } from 'react';
import type { GameSummary, Lobby } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { RunningGames } from '../game-list/running-games.tsx';
import { Section } from '../game-list/section.tsx';
import { useMyGames } from '../my-games/my-games-context.ts';
import { Container } from '../ui/container.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { BestGame } from './best-game.tsx';
import { HOME_SHOWN } from './lobby-top.ts';
import { OpenGames } from './open-games.tsx';
import { QuickPairing } from './seek/quick-pairing.tsx';
import { useLobby } from './use-lobby.ts';

export interface HomeLobbyProps {
  /** Its top at least. */
  readonly lobby: Lobby;
  /** The best running game. */
  readonly best: GameSummary | null;
  readonly username: string | null;
}

/** The reader's own games shown: a row on a wide screen. */
const OWN_SHOWN = 7;

/** The lobby in short: the reader's games, quick pairing, open games, games in progress. */
export function HomeLobby({ lobby: initial, best, username }: HomeLobbyProps) {
  const { lobby } = useLobby(initial);
  const { running, guest } = useMyGames();
  const others = (games: readonly GameSummary[]) =>
    games.filter((game) => !running.some((own) => own.gameID === game.gameID)).slice(0, HOME_SHOWN);
  return (
    <Container className="flex flex-col gap-10 py-8 sm:py-10">
      {running.length > 0 && (
        <Section
          title={lobbyText('yourGames')}
          count={running.length}
          end={<More href="/games">{lobbyText('viewAll')}</More>}
        >
          <RunningGames games={running.slice(0, OWN_SHOWN)} username={username} />
        </Section>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <QuickPairing username={username} guest={guest} />
          <Section
            title={lobbyText('open.title')}
            end={<More href="/lobby">{lobbyText('viewAll')}</More>}
          >
            <OpenGames games={others(lobby.open)} username={username} />
          </Section>
        </div>
        <BestGame initial={best} />
      </div>
      <Section title={lobbyText('running')} end={<More href="/lobby">{lobbyText('viewAll')}</More>}>
        <RunningGames games={others(lobby.playing)} username={username} />
      </Section>
    </Container>
  );
}

const More = ({ href, children }: { href: string; children: ReactNode }) => (
  <PageLink
    href={href}
    className="inline-block rounded-sm py-1 font-[560] text-feather text-sm underline-offset-4 hover:underline"
  >
    {children}
  </PageLink>
);
