import { clsx } from 'clsx';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { SeatIcon } from '../../game-list/seat-icon.tsx';
import { usernameOf } from '../../game-list/seats.ts';
import { colorName } from '../../text/colors.ts';
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
  /** Null where pieces taken don't tell who leads. */
  readonly material: Material | null;
  /** How many checks this side must still give to win (Three-check). */
  readonly checksLeft: number | null;
}

/** A player beside the board: who, whether there, whether to move, the clock, and what more on the board. Of constant height. */
export function PlayerPlate(props: PlayerPlateProps) {
  const { game, color, clock, online, toMove, you, material, checksLeft } = props;
  const username = usernameOf(game, color);
  const won = game.ending?.winner === color;
  const timed = game.setup.timeControl.type !== 'unlimited';
  return (
    <section
      aria-label={colorName[color]}
      className={clsx(
        'flex h-11 items-center gap-2 rounded-lg border pl-3 transition-colors duration-150',
        timed ? 'pr-1' : 'pr-3',
        toMove ? 'border-lamp bg-lamp-soft' : 'border-transparent',
      )}
    >
      <SeatIcon color={color} className="size-3.5!" />
      {username === null ? (
        <span className="text-muted italic">Empty seat</span>
      ) : (
        <PageLink
          href={`/user/${username}`}
          className={clsx(
            'touchable inline-flex min-w-0 shrink items-center rounded-sm underline-offset-4 hover:underline',
            toMove || won ? 'font-[650]' : 'font-[540]',
          )}
        >
          <span className="truncate">{username}</span>
        </PageLink>
      )}
      {username !== null && <Rating game={game} color={color} />}
      {you && <span className="text-muted text-sm max-sm:sr-only">you</span>}
      {username !== null && <Online online={online} />}
      {material && <MaterialRow material={material} color={color} />}
      {checksLeft !== null && <Checks left={checksLeft} />}
      <span
        className={clsx(
          'ml-auto shrink-0 whitespace-nowrap font-[600] text-sm',
          won ? 'text-good' : 'text-lamp-ink',
        )}
      >
        {/* On a phone the name needs the room; the result stands below. */}
        {won && <span className={timed ? 'max-sm:sr-only' : undefined}>Winner</span>}
        {toMove && !timed && 'To move'}
      </span>
      {timed && <PlayerClock game={game} color={color} clock={clock} />}
    </section>
  );
}

/** A full dot for somebody there, a ring for somebody gone: not told apart by colour alone. */
function Online({ online }: { online: boolean | null }) {
  const words = online === null ? '' : online ? 'Online' : 'Offline';
  return (
    <span
      title={words}
      className={clsx(
        'size-2.5 shrink-0 rounded-full border-2',
        online ? 'border-good bg-good' : 'border-edge',
        online === null && 'opacity-0',
      )}
    >
      <span className="sr-only">{words}</span>
    </span>
  );
}

const CHECKS_TO_WIN = 3;

/** How many of the three checks this side has given. */
function Checks({ left }: { left: number }) {
  const given = CHECKS_TO_WIN - left;
  return (
    <span
      className="figures shrink-0 rounded-md bg-sunken px-1.5 py-0.5 font-[600] text-xs ring-1 ring-line ring-inset"
      title="Checks given; the third wins"
    >
      <span aria-hidden="true">
        {'+'.repeat(given)}
        <span className="text-muted">{'·'.repeat(left)}</span>
      </span>
      <span className="sr-only">
        {given} of {CHECKS_TO_WIN} checks given
      </span>
    </span>
  );
}
