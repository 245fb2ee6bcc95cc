import type { Variant } from './basics.ts';

/** Each variant as people call it; apart from the rules, so that no page needs the chess library for a name. */
export const variantName = {
  standard: 'Standard',
  chess960: 'Chess960',
  crazyhouse: 'Crazyhouse',
  kingOfTheHill: 'King of the Hill',
  threeCheck: 'Three-check',
  antichess: 'Antichess',
  atomic: 'Atomic',
  horde: 'Horde',
  racingKings: 'Racing Kings',
} as const satisfies Record<Variant, string>;
