import { COMPUTER_VARIANTS } from '../../contract/game/computer.ts';
import type { Variant } from '../../contract/game/index.ts';

/** An engine's features, read from the options that it lists. */
export interface Abilities {
  /** Whether it reads and writes castling as king takes rook. */
  readonly chess960: boolean;
  /** The `UCI_Variant` value of each supported variant; null if none is needed. */
  readonly names: ReadonlyMap<Variant, string | null>;
}

/** The names that engines use for the variants, most common first. */
const uciNames: Readonly<Record<Variant, readonly string[]>> = {
  standard: ['chess'],
  chess960: ['chess'],
  crazyhouse: ['crazyhouse'],
  kingOfTheHill: ['kingofthehill'],
  threeCheck: ['3check'],
  // In engines that list both, “giveaway” is another variant, with castling.
  antichess: ['antichess', 'giveaway'],
  atomic: ['atomic'],
  horde: ['horde'],
  racingKings: ['racingkings'],
};

/** @param lines the engine's answer to `uci` */
export function abilitiesIn(lines: readonly string[]): Abilities {
  const chess960 = lines.some((line) => line.startsWith('option name UCI_Chess960 '));
  const list = lines.find((line) => line.startsWith('option name UCI_Variant '));
  const known = new Set(list?.split(/\svar\s+/).map((name) => name.trim()));
  const names = new Map<Variant, string | null>();
  for (const variant of COMPUTER_VARIANTS) {
    const name = uciNames[variant].find((one) => known.has(one));
    const isChess = variant === 'standard' || variant === 'chess960';
    if (variant === 'chess960' && !chess960) continue;
    if (name !== undefined || isChess) names.set(variant, name ?? null);
  }
  return { chess960, names };
}
