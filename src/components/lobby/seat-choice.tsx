import { Eye } from 'lucide-react';

/** Which seat to take in a game of one's own. */
export const seatChoices = ['white', 'black', 'none'] as const;

const looks = {
  white: { words: 'White', tile: 'bg-square-dark', piece: 'piece king white' },
  black: { words: 'Black', tile: 'bg-square-light', piece: 'piece king black' },
  none: { words: 'Neither', tile: 'bg-sunken text-muted', piece: '' },
} as const;

/** Three radio buttons that look like what they stand for. */
export function SeatChoice() {
  return (
    <fieldset>
      <legend className="mb-1.5 font-[560] text-sm">Play as</legend>
      <div className="grid grid-cols-3 gap-2">
        {seatChoices.map((choice) => (
          <label
            key={choice}
            className="relative flex cursor-pointer flex-col items-center gap-1.5 rounded-lg border border-line py-3 text-sm transition-colors hover:border-edge has-checked:border-feather has-checked:bg-feather-soft has-checked:font-[600] has-focus-visible:outline-2 has-focus-visible:outline-feather has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="seat"
              value={choice}
              defaultChecked={choice === 'white'}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span
              aria-hidden="true"
              className={`grid size-12 place-items-center rounded-md ${looks[choice].tile}`}
            >
              {looks[choice].piece ? (
                <i className={`${looks[choice].piece} size-10`} />
              ) : (
                <Eye className="size-6" strokeWidth={1.75} />
              )}
            </span>
            {looks[choice].words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
