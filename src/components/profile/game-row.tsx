import { clsx } from 'clsx';
import type { GameSummary } from '../../contract/game/index.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { StillBoard } from '../board/still-board.tsx';
import { seatsOf, usernameOf } from '../game-list/seats.ts';
import { opposite } from '../text/colors.ts';
import { endingText } from '../text/endings.ts';
import { PageLink } from '../ui/page-link.tsx';

export interface GameRowProps {
  readonly game: GameSummary;
  /** Whose list it is in. */
  readonly username: string;
}

/** A game in a player's list: the last position, the opponent, the result as that player sees it. */
export function GameRow({ game, username }: GameRowProps) {
  const seats = seatsOf(game, username);
  const color = seats[0] ?? 'white';
  const opponent = seats.length === 2 ? username : usernameOf(game, opposite(color));
  const result = resultOf(game, username);
  return (
    <li
      aria-label={game.gameName}
      className="relative flex items-center gap-3 px-3 py-3 hover:bg-sunken sm:gap-4 sm:px-4"
    >
      <StillBoard
        fen={game.fen}
        lastMove={game.lastMove}
        orientation={color}
        className="size-16 shrink-0 sm:size-20"
      />
      <div className="min-w-0 flex-1">
        <p className="truncate font-[560]">
          <PageLink
            href={`/game/${game.gameID}`}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-feather focus-visible:after:-outline-offset-2"
          >
            {game.gameName}
          </PageLink>
        </p>
        <p title={opponent ?? undefined} className="wrap-anywhere line-clamp-2 text-muted text-sm">
          {chessText(`color.${color}`)} against {opponent ?? 'an empty seat'}
        </p>
        <p className="truncate text-muted text-sm">
          {game.ending ? endingText(game.ending) : `${Math.ceil(game.ply / 2)} moves so far`}
        </p>
      </div>
      <span
        className={clsx('w-14 shrink-0 text-right sm:w-20 font-[620] text-sm', resultTone[result])}
      >
        {result}
      </span>
    </li>
  );
}

type Result = 'Won' | 'Lost' | 'Draw' | 'Playing' | 'Open' | 'Both sides';

const resultTone: Readonly<Record<Result, string>> = {
  Won: 'text-good',
  Lost: 'text-bad',
  Draw: 'text-muted',
  Playing: 'text-lamp-ink',
  Open: 'text-muted',
  'Both sides': 'text-muted',
};

function resultOf({ status, ending, ...seats }: GameSummary, username: string): Result {
  if (!ending) return status === 'playing' ? 'Playing' : 'Open';
  if (ending.winner === null) return 'Draw';
  const mine = seatsOf(seats, username);
  if (mine.length === 2) return 'Both sides';
  return mine.includes(ending.winner) ? 'Won' : 'Lost';
}
