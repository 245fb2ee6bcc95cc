import { clsx } from 'clsx';
import type { GameView } from '../../contract/game.ts';
import { usernameOf } from '../lobby/seats.ts';
import { colorName, endingWords, scoreOf } from '../text/endings.ts';
import { headline, type Standing } from './standing.ts';

export interface GameStatusProps {
  readonly game: GameView;
  readonly standing: Standing;
  readonly seated: boolean;
  /** A move is on its way over a connection that is gone for the moment. */
  readonly delayed: boolean;
  /** Why the last thing asked was refused; null when it wasn't. */
  readonly refusal: string | null;
}

/** How the game stands, in two lines whose place is always kept. The result is a live region of its own. */
export function GameStatus(props: GameStatusProps) {
  const { game, standing, seated, refusal } = props;
  const detail = detailOf(props);
  return (
    <div className="flex h-20 flex-col justify-center px-4">
      <div role="status">
        {standing.type === 'over' && (
          <p className="flex items-center gap-3">
            <span className="figures rounded-md bg-feather px-2 py-0.5 font-[650] text-on-feather">
              {scoreOf(standing.ending)}
            </span>
            <strong className="font-[650] leading-6">
              {endingWords(standing.ending, game.setup.variant)}
            </strong>
          </p>
        )}
      </div>
      {standing.type === 'running' && (
        <p className={clsx('font-[650] leading-6', standing.mine && 'text-lamp-ink')}>
          {headline(standing, seated)}
        </p>
      )}
      <p
        {...(refusal && { role: 'alert' })}
        className={clsx('min-h-5 text-sm leading-5', refusal ? 'text-bad' : 'text-muted')}
      >
        {refusal ?? detail}
      </p>
    </div>
  );
}

function detailOf({ game, standing, seated, delayed }: GameStatusProps): string {
  if (delayed) return 'Your move is sent as soon as the connection is back.';
  if (standing.type === 'over') return resultDetail(game);
  const { offer, waitingFor } = standing;
  switch (offer.type) {
    case 'received':
      return `${usernameOf(game, offer.by) ?? colorName[offer.by]} offers a draw.`;
    case 'made':
      return 'You have offered a draw.';
    case 'seen':
      return `${colorName[offer.by]} has offered a draw.`;
    case 'none':
      break;
    default:
      return offer satisfies never;
  }
  const [free] = waitingFor;
  if (free && seated) return `Nobody has taken ${colorName[free]} yet.`;
  if (free) return 'Take a seat, or watch.';
  return game.moves.length === 0
    ? 'The game begins.'
    : `Move ${Math.ceil((game.moves.length + 1) / 2)}`;
}

function resultDetail({ moves }: GameView): string {
  const count = Math.ceil(moves.length / 2);
  return `${count} ${count === 1 ? 'move' : 'moves'} played`;
}
