import type { Color } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { opposite } from '../../text/colors.ts';
import { hidden } from '../../text/hidden.tsx';
import { richText } from '../../text/rich-text.ts';
import type { Material } from './material.ts';

/** The opponent's pieces that this side is ahead by, and its lead in pawns. */
export function MaterialRow({ material, color }: { material: Material; color: Color }) {
  const { surplus, lead } = material;
  if (surplus.length === 0) return null;
  return (
    <span className="ml-1 flex min-w-0 shrink-[9] items-center overflow-hidden">
      <span aria-hidden="true" className="flex pl-1">
        {surplus.map(({ role, nth }) => (
          <i
            key={`${role}${nth}`}
            className={`piece ${opposite(color)} ${role} material -ml-1.5 size-5 shrink-0`}
          />
        ))}
      </span>
      {lead > 0 && (
        <span className="figures ml-1 text-muted text-xs">
          {richText(gameText.rich('player.material', { lead, hidden }))}
        </span>
      )}
    </span>
  );
}
