'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { GameSummary, Lobby } from '../../contract/game.ts';
import { Container } from '../ui/container.tsx';
import { OpenGames } from './open-games.tsx';
import { ownGames } from './own-games.ts';
import { RunningGames } from './running-games.tsx';
import { Section } from './section.tsx';
import { useLobby } from './use-lobby.ts';

export interface HomeLobbyProps {
  readonly lobby: Lobby;
  readonly username: string | null;
  /** The reader's own games, the finished ones among them. */
  readonly own: readonly GameSummary[];
}

/** How many games of a kind home shows; the lobby has them all. */
const SHOWN = 6;

/** How many of one's own: a row on a wide screen. */
const OWN_SHOWN = 7;

/** The lobby in short: one's own games first, then what can be joined and watched. */
export function HomeLobby({ lobby: initial, username, own }: HomeLobbyProps) {
  const lobby = useLobby(initial);
  const mine = username === null ? [] : ownGames(own, lobby, username);
  const others = (games: readonly GameSummary[]) =>
    games.filter((game) => !mine.some((own) => own.gameID === game.gameID)).slice(0, SHOWN);
  return (
    <Container className="flex flex-col gap-10 py-10">
      {mine.length > 0 && (
        <Section
          title="Your games"
          count={mine.length}
          end={<More href={`/user/${username}`}>All of them</More>}
        >
          <RunningGames games={mine.slice(0, OWN_SHOWN)} username={username} />
        </Section>
      )}
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <Section title="Open games" end={<More href="/lobby">Whole lobby</More>}>
          <OpenGames games={others(lobby.open)} username={username} />
        </Section>
        <Section title="Running games" end={<More href="/lobby">Whole lobby</More>}>
          <RunningGames games={others(lobby.playing)} username={username} />
        </Section>
      </div>
    </Container>
  );
}

const More = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link
    prefetch={false}
    href={href}
    className="inline-block rounded-sm py-1 font-[560] text-feather text-sm underline-offset-4 hover:underline"
  >
    {children}
  </Link>
);
