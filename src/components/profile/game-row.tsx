import { clsx } from 'clsx';
import type { GameSummary } from '../../contract/game/index.ts';
import { profileText } from '../../generated/texts/profile.ts';
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
          {opponent === null
            ? profileText('game.againstNobody', { color })
            : profileText('game.against', { color, opponent })}
        </p>
        <p className="truncate text-muted text-sm">
          {game.ending
            ? endingText(game.ending)
            : profileText('game.movesSoFar', { count: Math.ceil(game.ply / 2) })}
        </p>
      </div>
      <span
        className={clsx('w-14 shrink-0 text-right sm:w-20 font-[620] text-sm', resultTone[result])}
      >
        {profileText(`game.result.${result}`)}
      </span>
    </li>
  );
}

const resultTone = {
  won: 'text-good',
  lost: 'text-bad',
  draw: 'text-muted',
  playing: 'text-lamp-ink',
  open: 'text-muted',
  bothSides: 'text-muted',
} as const;

function resultOf(
  { status, ending, ...seats }: GameSummary,
  username: string,
): keyof typeof resultTone {
  if (!ending) return status === 'playing' ? 'playing' : 'open';
  if (ending.winner === null) return 'draw';
  const mine = seatsOf(seats, username);
  if (mine.length === 2) return 'bothSides';
  return mine.includes(ending.winner) ? 'won' : 'lost';
}
