import { clsx } from 'clsx';
import type { GameSummary } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { Empty } from '../game-list/empty.tsx';
import { endingText, scoreOf } from '../text/endings.ts';
import { PageLink } from '../ui/page-link.tsx';

/** Finished games with their results, newest first. */
export function FinishedGames({ games }: { games: readonly GameSummary[] }) {
  if (games.length === 0) {
    return (
      <Empty title={lobbyText('finished.empty.title')}>{lobbyText('finished.empty.text')}</Empty>
    );
  }
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {games.map((game) => (
        <FinishedGame key={game.gameID} game={game} />
      ))}
    </ul>
  );
}

function FinishedGame({ game }: { game: GameSummary }) {
  const { ending } = game;
  return (
    <li
      aria-label={game.gameName}
      className="relative grid grid-cols-[1fr_auto_1fr] items-center gap-x-3 px-4 py-2.5 hover:bg-sunken"
    >
      <Player name={game.whiteUsername} won={ending?.winner === 'white'} className="text-right" />
      <span className="figures rounded-md bg-sunken px-2 py-0.5 font-[600] text-sm">
        {ending ? scoreOf(ending) : '–'}
      </span>
      <Player name={game.blackUsername} won={ending?.winner === 'black'} />
      <p className="col-span-3 truncate text-center text-muted text-sm">
        <PageLink
          href={`/game/${game.gameID}`}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-feather focus-visible:after:-outline-offset-2"
        >
          {game.gameName}
        </PageLink>
        {ending && ` · ${endingText(ending)}`}
      </p>
    </li>
  );
}

interface PlayerProps {
  readonly name: string | null;
  readonly won: boolean;
  readonly className?: string;
}

const Player = ({ name, won, className }: PlayerProps) => (
  <span
    title={name ?? undefined}
    className={clsx('wrap-anywhere line-clamp-2', won ? 'font-[620]' : 'text-muted', className)}
  >
    {name ?? lobbyText('emptySeat')}
  </span>
);
