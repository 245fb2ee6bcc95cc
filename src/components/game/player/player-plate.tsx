import { clsx } from 'clsx';
import { levelOf } from '../../../contract/game/computer.ts';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { SeatIcon } from '../../game-list/seat-icon.tsx';
import { usernameOf } from '../../game-list/seats.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { PlayerClock } from '../clock/player-clock.tsx';
import type { ServerClock } from '../clock/server-clock.ts';
import type { Material } from './material.ts';
import { MaterialRow } from './material-row.tsx';
import { Rating } from './rating.tsx';

export interface PlayerPlateProps {
  readonly game: GameView;
  readonly color: Color;
  readonly clock: ServerClock;
  /** Whether the player's browser is connected; null until that is known. */
  readonly online: boolean | null;
  readonly toMove: boolean;
  readonly you: boolean;
  /** Null in variants in which material doesn't show who leads. */
  readonly material: Material | null;
  /** The checks that this side must still give to win (Three-check). */
  readonly checksLeft: number | null;
}

/**
 * A player above or below the board: name, presence, rating, material and clock, of constant height. On a narrow board the
 * name has a line of its own, so that at least its first 8 letters are readable.
 */
export function PlayerPlate(props: PlayerPlateProps) {
  const { game, color, clock, online, toMove, you, material, checksLeft } = props;
  const username = usernameOf(game, color);
  const won = game.ending?.winner === color;
  const timed = game.setup.timeControl.type !== 'unlimited';
  return (
    <section
      aria-label={chessText(`color.${color}`)}
      className={clsx(
        '@container h-11 rounded-lg border pl-3 transition-colors duration-150 max-sm:pl-2',
        timed ? 'pr-1' : 'pr-3',
        toMove ? 'border-lamp bg-lamp-soft' : 'border-transparent',
      )}
    >
      <div className="flex h-full items-center gap-2 @max-[34rem]:gap-1.5">
        <SeatIcon color={color} className="size-3.5!" />
        <div className="flex min-w-0 items-center gap-2 @max-[34rem]:flex-col @max-[34rem]:items-start @max-[34rem]:gap-0">
          <PlayerName username={username} strong={toMove || won} />
          <div className="flex min-w-0 max-w-full items-center gap-2 @max-[34rem]:h-4 @max-[34rem]:gap-1.5 @max-[34rem]:empty:hidden">
            {username !== null && <Rating game={game} color={color} />}
            {you && (
              <span className="text-muted text-sm max-sm:sr-only">{gameText('player.you')}</span>
            )}
            {username !== null && levelOf(username) === null && <Online online={online} />}
            {material && <MaterialRow material={material} color={color} />}
            {checksLeft !== null && <Checks left={checksLeft} />}
          </div>
        </div>
        <span
          className={clsx(
            'ml-auto shrink-0 whitespace-nowrap font-[600] text-sm',
            won ? 'text-good' : 'text-lamp-ink',
          )}
        >
          {/* On a narrow board the name needs the space; the result is shown below. */}
          {won && (
            <span className={timed ? '@max-[34rem]:sr-only' : undefined}>
              {gameText('player.winner')}
            </span>
          )}
          {toMove && !timed && gameText('player.toMove')}
        </span>
        {timed && <PlayerClock game={game} color={color} clock={clock} />}
      </div>
    </section>
  );
}

/** A player's name, which links to their profile; bold on their turn and when they have won. */
function PlayerName({ username, strong }: { username: string | null; strong: boolean }) {
  return username === null ? (
    <span className="text-muted italic">{gameText('player.emptySeat')}</span>
  ) : (
    <PageLink
      href={`/user/${username}`}
      title={username}
      className={clsx(
        'touchable inline-flex min-w-0 max-w-full shrink items-center rounded-sm underline-offset-4 hover:underline @max-[34rem]:relative @max-[34rem]:min-h-0! @max-[34rem]:text-sm @max-[34rem]:leading-5 @max-[34rem]:after:absolute @max-[34rem]:after:-inset-x-1 @max-[34rem]:after:-top-2.5 @max-[34rem]:after:-bottom-5',
        strong ? 'font-[650]' : 'font-[540]',
      )}
    >
      <span className="truncate">{username}</span>
    </PageLink>
  );
}

/** A full dot for online, a ring for offline: colour alone must not distinguish them. */
function Online({ online }: { online: boolean | null }) {
  const text = online === null ? '' : gameText(online ? 'player.online' : 'player.offline');
  return (
    <span
      title={text}
      className={clsx(
        'size-2.5 shrink-0 rounded-full border-2',
        online ? 'border-good bg-good' : 'border-edge',
        online === null && 'opacity-0',
      )}
    >
      <span className="sr-only">{text}</span>
    </span>
  );
}

const CHECKS_TO_WIN = 3;

/** The checks that this side has given. */
function Checks({ left }: { left: number }) {
  const given = CHECKS_TO_WIN - left;
  return (
    <span
      className="figures shrink-0 rounded-md bg-sunken px-1.5 py-0.5 font-[600] text-xs ring-1 ring-line ring-inset"
      title={gameText('player.checks.title')}
    >
      <span aria-hidden="true">
        {'+'.repeat(given)}
        <span className="text-muted">{'·'.repeat(left)}</span>
      </span>
      <span className="sr-only">
        {gameText('player.checks.given', { given, needed: CHECKS_TO_WIN })}
      </span>
    </span>
  );
}
