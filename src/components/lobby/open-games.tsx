'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import type { GameSummary } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { Empty } from '../game-list/empty.tsx';
import type { GameListProps } from '../game-list/game-list-props.ts';
import { SeatIcon } from '../game-list/seat-icon.tsx';
import { seatsOf } from '../game-list/seats.ts';
import { Strength } from '../game-list/strength.tsx';
import { setupText } from '../text/setup-text.ts';
import { buttonClass } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { AcceptButton } from './accept-button.tsx';
import { JoinButtons } from './join-buttons.tsx';

interface OpenGamesProps extends GameListProps {
  /** Shown in place of an empty list. */
  readonly none?: ReactNode;
}

/** Games with an empty seat, each with its join buttons. */
export function OpenGames({ games, username, none }: OpenGamesProps) {
  if (games.length === 0) {
    if (none) return none;
    return <Empty title={lobbyText('open.empty.title')}>{lobbyText('open.empty.text')}</Empty>;
  }
  return (
    <ul className="flex flex-col divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {games.map((game) => (
        <OpenGame key={game.gameID} game={game} username={username} />
      ))}
    </ul>
  );
}

function OpenGame({ game, username }: { game: GameSummary; username: string | null }) {
  const path = `/game/${game.gameID}`;
  return (
    <li
      aria-label={game.gameName}
      className="flex flex-wrap items-center gap-x-4 gap-y-2.5 px-4 py-3"
    >
      <div className="min-w-40 flex-1">
        <PageLink
          href={path}
          className="wrap-anywhere -my-1 inline-block rounded-sm py-1 font-[560] leading-snug underline-offset-4 hover:underline"
        >
          {game.gameName}
        </PageLink>
        <p className="wrap-anywhere flex flex-wrap items-center gap-x-2 text-muted text-sm">
          <Waiting game={game} username={username} />
        </p>
        <p className="text-muted text-sm">
          {setupText(game.setup)}
          {game.setup.ratingRange && ` · ${lobbyText('open.ratings', game.setup.ratingRange)}`}
        </p>
      </div>
      <OpenActions game={game} username={username} path={path} />
    </li>
  );
}

interface OpenActionsProps {
  readonly game: GameSummary;
  readonly username: string | null;
  readonly path: string;
}

function OpenActions({ game, username, path }: OpenActionsProps) {
  const router = useRouter();
  const { host } = game.setup;
  const mine = seatsOf(game, username).length > 0 || (host && host.username === username);
  if (mine) {
    return (
      <PageLink href={path} className={buttonClass('primary', 'small')}>
        {lobbyText('open.return')}
      </PageLink>
    );
  }
  if (host) return <AcceptButton game={game} username={username} />;
  return (
    <div className="flex flex-wrap items-start gap-2 max-sm:gap-1.5">
      <JoinButtons
        game={game}
        username={username}
        size="small"
        onJoined={() => router.push(path)}
      />
      <PageLink href={path} className={buttonClass('quiet', 'small')}>
        {lobbyText('open.watch')}
      </PageLink>
    </div>
  );
}

function Waiting({ game, username }: { game: GameSummary; username: string | null }) {
  const { whiteUsername, blackUsername, setup } = game;
  if (setup.host) {
    const { username: host, color, rating } = setup.host;
    return (
      <>
        {color !== 'random' && <SeatIcon color={color} />}
        {host === username ? lobbyText('open.waiting') : host}
        {host !== username && rating && <Strength of={rating} />}
        {color !== 'random' && (
          <span className="sr-only">{lobbyText('open.hostColor', { color })}</span>
        )}
      </>
    );
  }
  const seated = whiteUsername ?? blackUsername;
  if (seated === null) return lobbyText('open.bothFree');
  const color = whiteUsername === null ? 'black' : 'white';
  return seated === username
    ? lobbyText('open.youHave', { color })
    : lobbyText('open.has', { name: seated, color });
}
