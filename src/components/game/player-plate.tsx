import { clsx } from 'clsx';
import Link from 'next/link';
import type { Color } from '../../contract/game.ts';
import { SeatIcon } from '../lobby/seat-icon.tsx';
import { colorName, opposite } from '../text/endings.ts';
import type { Material } from './material.ts';

export interface PlayerPlateProps {
  readonly color: Color;
  /** Null while the seat is empty. */
  readonly username: string | null;
  /** Whether the player's browser is connected; null until that is known. */
  readonly online: boolean | null;
  readonly toMove: boolean;
  readonly won: boolean;
  readonly you: boolean;
  readonly material: Material;
}

/** A player beside the board: who, whether there, whether to move, and what more on the board. Of constant height. */
export function PlayerPlate(props: PlayerPlateProps) {
  const { color, username, online, toMove, won, you, material } = props;
  return (
    <section
      aria-label={colorName[color]}
      className={clsx(
        'flex h-11 items-center gap-2.5 rounded-lg border px-3 transition-colors duration-150',
        toMove ? 'border-lamp bg-lamp-soft' : 'border-transparent',
      )}
    >
      <SeatIcon color={color} className="size-3.5!" />
      {username === null ? (
        <span className="text-muted italic">Empty seat</span>
      ) : (
        <Link
          prefetch={false}
          href={`/user/${username}`}
          className={clsx(
            'touchable inline-flex min-w-0 items-center rounded-sm underline-offset-4 hover:underline',
            toMove || won ? 'font-[650]' : 'font-[540]',
          )}
        >
          <span className="truncate">{username}</span>
        </Link>
      )}
      {you && <span className="text-muted text-sm">you</span>}
      {username !== null && <Online online={online} />}
      <MaterialRow material={material} color={color} />
      <span
        className={clsx(
          'ml-auto shrink-0 whitespace-nowrap font-[600] text-sm',
          won ? 'text-good' : 'text-lamp-ink',
        )}
      >
        {won ? 'Winner' : toMove ? 'To move' : ''}
      </span>
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

/** The pieces of the other side that this one has taken without losing their like. */
function MaterialRow({ material, color }: { material: Material; color: Color }) {
  const { surplus, lead } = material;
  if (surplus.length === 0) return null;
  return (
    <span className="ml-1 flex min-w-0 items-center overflow-hidden">
      <span aria-hidden="true" className="flex pl-1">
        {surplus.map(({ role, nth }) => (
          <i
            key={`${role}${nth}`}
            className={`piece ${opposite(color)} ${role} material -ml-1.5 size-5`}
          />
        ))}
      </span>
      {lead > 0 && (
        <span className="figures ml-1 text-muted text-xs">
          <span className="sr-only">Material </span>+{lead}
        </span>
      )}
    </span>
  );
}
