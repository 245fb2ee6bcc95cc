import { Shuffle } from 'lucide-react';
import { createText } from '../../../generated/texts/create.ts';
import type { Draft } from './draft.ts';

const looks = [
  {
    value: 'white',
    tile: 'bg-square-dark',
    piece: 'white',
  },
  { value: 'random', tile: 'bg-sunken text-muted', piece: null },
  {
    value: 'black',
    tile: 'bg-square-light',
    piece: 'black',
  },
] as const;

export interface ColorChoiceProps {
  readonly value: Draft['color'];
  readonly onChange: (color: Draft['color']) => void;
}

/** The choice of the colour, by three radio buttons. */
export function ColorChoice({ value, onChange }: ColorChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-[560] text-sm">{createText('color.label')}</legend>
      <div className="grid grid-cols-3 gap-2">
        {looks.map((look) => (
          <label
            key={look.value}
            className="relative flex cursor-pointer items-center justify-center gap-2.5 rounded-lg border border-line px-1 py-2 text-sm max-sm:gap-1.5 transition-colors hover:border-edge has-checked:border-feather has-checked:bg-feather-soft has-checked:font-[600] has-focus-visible:outline-2 has-focus-visible:outline-feather has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="color"
              value={look.value}
              checked={look.value === value}
              onChange={() => onChange(look.value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span
              aria-hidden="true"
              className={`grid size-9 shrink-0 place-items-center rounded-md max-sm:size-8 ${look.tile}`}
            >
              {look.piece ? (
                <i className={`piece king ${look.piece} size-8`} />
              ) : (
                <Shuffle className="size-5" />
              )}
            </span>
            {createText(`color.${look.value}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
