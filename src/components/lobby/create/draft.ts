import type { Variant } from '../../../contract/game/index.ts';
import type { GameRequest } from '../../../contract/game/setup.ts';
import type { TimeControl } from '../../../contract/game/time.ts';
import { createText } from '../../../generated/texts/create.ts';

type OpponentKind = 'anyone' | 'link' | 'user' | 'computer';

/** The content of the form. */
export interface Draft {
  readonly opponent: OpponentKind;
  readonly opponentName: string;
  readonly level: number;
  readonly variant: Variant;
  readonly time: TimeControl['type'];
  readonly minutes: number;
  readonly increment: number;
  readonly days: 1 | 2 | 3 | 5 | 7 | 10 | 14;
  readonly rated: boolean;
  readonly color: 'white' | 'random' | 'black';
  readonly limited: boolean;
  readonly minRating: number;
  readonly maxRating: number;
  /** The starting position; empty for the standard one. */
  readonly fen: string;
  readonly gameName: string;
}

const usualDraft: Draft = {
  opponent: 'anyone',
  opponentName: '',
  level: 3,
  variant: 'standard',
  time: 'clock',
  minutes: 5,
  increment: 3,
  days: 2,
  rated: false,
  color: 'random',
  limited: false,
  minRating: 1300,
  maxRating: 1700,
  fen: '',
  gameName: '',
};

/** The stops of the sliders, in minutes and seconds. */
export const minuteStops = [
  ...[0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 45, 60],
  ...[75, 90, 105, 120, 135, 150, 165, 180],
] as const;
export const secondStops = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 45, 60, 75, 90, 120, 150, 180],
] as const;
export const dayStops = [1, 2, 3, 5, 7, 10, 14] as const;

/** Why the game can't be rated; undefined if it can. */
export function whyCasual(draft: Draft, guest: boolean): string | undefined {
  if (guest) return createText('whyCasual.guest');
  if (draft.opponent === 'computer') return createText('whyCasual.computer');
  if (draft.time === 'unlimited') return createText('whyCasual.noClock');
  if (draft.fen.trim() !== '') return createText('whyCasual.position');
  return undefined;
}

/** Whether a rating range applies: games without a clock have no rating. */
export const mayLimit = ({ opponent, time }: Draft): boolean =>
  opponent === 'anyone' && time !== 'unlimited';

/** The errors that need no server, by the field's name on the wire. */
export function faultsOf(draft: Draft): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (draft.opponent === 'user' && draft.opponentName.trim() === '') {
    faults['setup.opponent.username'] = createText('fault.username');
  }
  if (draft.time === 'clock' && draft.minutes === 0 && draft.increment === 0) {
    faults['setup.timeControl'] = createText('fault.time');
  }
  if (mayLimit(draft) && draft.limited && draft.minRating > draft.maxRating) {
    faults['setup.ratingRange'] = createText('fault.ratingRange');
  }
  return faults;
}

/** The request to the server. */
export function gameRequestOf(draft: Draft, guest: boolean): Partial<GameRequest> {
  const { variant, color, opponent, opponentName, level } = draft;
  const fen = draft.fen.trim();
  const limited = mayLimit(draft) && draft.limited;
  return {
    variant,
    color,
    timeControl: timeOf(draft),
    rated: draft.rated && whyCasual(draft, guest) === undefined,
    visibility: opponent === 'link' ? 'link' : 'lobby',
    opponent:
      opponent === 'user'
        ? { type: 'user', username: opponentName.trim() }
        : opponent === 'computer'
          ? { type: 'computer', level }
          : { type: 'anyone' },
    ratingRange: limited ? { min: draft.minRating, max: draft.maxRating } : null,
    ...(fen !== '' && { initialFen: fen }),
  };
}

function timeOf({ time, minutes, increment, days }: Draft): TimeControl {
  if (time === 'unlimited') return { type: 'unlimited' };
  if (time === 'correspondence') return { type: 'correspondence', daysPerMove: days };
  return { type: 'clock', limitMs: minutes * 60_000, incrementMs: increment * 1000 };
}

/** A draft from stored values of the right types. The position and the name are not reused. */
export function draftFrom(stored: Readonly<Record<string, unknown>>): Draft {
  const kept = Object.entries(usualDraft).map(([key, usual]) => {
    const value = stored[key];
    return [key, typeof value === typeof usual ? value : usual];
  });
  return { ...(Object.fromEntries(kept) as Draft), fen: '', gameName: '' };
}
