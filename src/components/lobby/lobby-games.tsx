'use client';

import { useRef, useState } from 'react';
import type { OpenGamesFilter } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { Empty } from '../game-list/empty.tsx';
import { RunningGames } from '../game-list/running-games.tsx';
import { Section } from '../game-list/section.tsx';
import { richText } from '../text/rich-text.ts';
import { Button } from '../ui/button.tsx';
import { useFilters } from './filters.tsx';
import { FinishedGames } from './finished-games.tsx';
import type { LobbyTop } from './lobby-top.ts';
import { OpenGames } from './open-games.tsx';
import { useLobby } from './use-lobby.ts';

type Place = NonNullable<OpenGamesFilter['after']>;

/** The lobby's lists: the open games by pages, each of them live, games in progress, finished games. */
export function useLobbyGames({ lobby: initial, counts }: LobbyTop, username: string | null) {
  const top = useRef<HTMLDivElement>(null);
  const { filter, narrow, clear, inputs } = useFilters(username);
  /** The place after which each page begins that the reader has turned to. Another filter starts at the first page again. */
  const [turned, setTurned] = useState<{ for: OpenGamesFilter; after: readonly Place[] }>({
    for: filter,
    after: [],
  });
  const pages = turned.for === filter ? turned.after : [];
  const after = pages.at(-1);
  const { lobby, isWhole } = useLobby(initial, after ? { ...filter, after } : filter);
  const { open, moreOpen, playing, finished } = lobby;
  const lengthOf = (list: keyof typeof counts) => (isWhole ? lobby[list].length : counts[list]);
  const turnTo = (places: readonly Place[]) => {
    setTurned({ for: filter, after: places });
    // The buttons are below the list, but a page is read from its top.
    top.current?.scrollIntoView({ block: 'start' });
  };
  const last = open.at(-1);
  const none = narrow ? (
    <Empty title={lobbyText('open.noMatch.title')}>
      {richText(
        lobbyText.rich('open.noMatch.text', {
          clear: (content) => (
            <button
              type="button"
              onClick={clear}
              className="font-[560] text-feather underline underline-offset-4"
            >
              {richText(content)}
            </button>
          ),
        }),
      )}
    </Empty>
  ) : undefined;
  return {
    open: (
      <Section
        title={lobbyText('open.title')}
        count={after ? undefined : lengthOf('open')}
        more={moreOpen}
        end={
          after && (
            <span className="text-muted text-sm">
              {lobbyText('pages.page', { page: pages.length + 1 })}
            </span>
          )
        }
      >
        <div ref={top} className="scroll-mt-20">
          {inputs}
        </div>
        <OpenGames games={open} username={username} none={none} />
        {(after || moreOpen) && (
          <nav aria-label={lobbyText('pages.label')} className="mt-3 flex justify-between gap-3">
            <Button
              size="small"
              disabled={!after}
              data-unable={!after || undefined}
              onClick={() => turnTo(pages.slice(0, -1))}
            >
              {lobbyText('pages.newer')}
            </Button>
            <Button
              size="small"
              disabled={!moreOpen || !last || !isWhole}
              data-unable={!moreOpen || undefined}
              onClick={() =>
                last && turnTo([...pages, { changedAtMs: last.changedAtMs, gameID: last.gameID }])
              }
            >
              {lobbyText('pages.older')}
            </Button>
          </nav>
        )}
      </Section>
    ),
    running: (
      <Section title={lobbyText('running')} count={lengthOf('playing')}>
        <RunningGames games={playing} username={username} />
      </Section>
    ),
    finished: (
      <Section title={lobbyText('finished.title')} count={lengthOf('finished')}>
        <FinishedGames games={finished} />
      </Section>
    ),
  };
}
