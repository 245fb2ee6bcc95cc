import { clsx } from 'clsx';
import { turnOf } from '../../contract/game/chess-time.ts';
import type { Color, GameSummary } from '../../contract/game/index.ts';
import { gamesText } from '../../generated/texts/games.ts';
import { StillBoard } from '../board/still-board.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Empty } from './empty.tsx';
import type { GameListProps } from './game-list-props.ts';
import { SeatIcon } from './seat-icon.tsx';
import { seatsOf, usernameOf } from './seats.ts';
import { ToMove } from './to-move.tsx';

/** The boards that the server renders with pieces. The others, hundreds of elements, get theirs after hydration. */
const DRAWN_AT_ONCE = 6;

/** An empty board. */
const NO_PIECES = '8/8/8/8/8/8/8/8';

/** Games in progress on small live boards, each seen from the reader's side. */
export function RunningGames({ games, username }: GameListProps) {
  const hydrated = useHydrated();
  if (games.length === 0) {
    return (
      <Empty title={gamesText('running.empty.title')}>{gamesText('running.empty.text')}</Empty>
    );
  }
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] gap-3 sm:gap-4">
      {games.map((game, index) => (
        <RunningGame
          key={game.gameID}
          game={game}
          username={username}
          drawn={hydrated || index < DRAWN_AT_ONCE}
        />
      ))}
    </ul>
  );
}

interface RunningGameProps {
  readonly game: GameSummary;
  readonly username: string | null;
  /** Whether the pieces are rendered. */
  readonly drawn: boolean;
}

function RunningGame({ game, username, drawn }: RunningGameProps) {
  const [mine] = seatsOf(game, username);
  const bottom = mine ?? 'white';
  const top = bottom === 'white' ? 'black' : 'white';
  return (
    <li
      aria-label={game.gameName}
      className="relative flex flex-col gap-2 rounded-xl border border-line bg-surface p-2.5 transition-shadow focus-within:shadow-float hover:shadow-float"
    >
      <MiniPlate game={game} color={top} />
      <StillBoard
        fen={drawn ? game.fen : NO_PIECES}
        lastMove={drawn ? game.lastMove : null}
        orientation={bottom}
      />
      <MiniPlate game={game} color={bottom} />
      <p className="flex items-center justify-between gap-2 border-line border-t pt-1.5 text-sm">
        <span className="truncate text-muted">{game.gameName}</span>
        <PageLink
          href={`/game/${game.gameID}`}
          className="rounded-sm py-1 font-[560] text-feather after:absolute after:inset-0 after:rounded-xl"
        >
          {gamesText(mine ? 'running.play' : 'running.watch')}
        </PageLink>
      </p>
    </li>
  );
}

function MiniPlate({ game, color }: { game: GameSummary; color: Color }) {
  const username = usernameOf(game, color);
  const moves = username !== null && turnOf(game.fen) === color;
  return (
    <p className="flex items-center gap-2 px-0.5 text-sm leading-5">
      <SeatIcon color={color} className="size-2.5!" />
      <span
        title={username ?? undefined}
        className={clsx('truncate', username === null && 'text-muted', moves && 'font-[600]')}
      >
        {username ?? gamesText('running.emptySeat')}
      </span>
      {moves && <ToMove />}
    </p>
  );
}
