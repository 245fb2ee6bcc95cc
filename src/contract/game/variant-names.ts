import type { Variant } from './basics.ts';

/** Each variant's usual name; apart from the rules, so that pages need no chess library for it. */
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
