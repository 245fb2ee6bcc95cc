import { Eye } from 'lucide-react';

/** Which seat to take in a game of one's own. */
export const seatChoices = ['white', 'black', 'none'] as const;

const looks = {
  white: { words: 'White', piece: 'piece king white' },
  black: { words: 'Black', piece: 'piece king black' },
  none: { words: 'Neither', piece: '' },
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
            className="relative flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-line py-3 text-sm transition-colors hover:border-edge has-checked:border-feather has-checked:bg-feather-soft has-checked:font-[600] has-focus-visible:outline-2 has-focus-visible:outline-feather has-focus-visible:outline-offset-2"
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
              className={
                looks[choice].piece
                  ? `${looks[choice].piece} size-11`
                  : 'grid size-11 place-items-center text-2xl text-muted'
              }
            >
              {choice === 'none' && <WatchIcon />}
            </span>
            {looks[choice].words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const WatchIcon = () => <Eye className="size-7" strokeWidth={1.6} />;
