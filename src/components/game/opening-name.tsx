'use client';

import type { GameView } from '../../contract/game/index.ts';
import { openingOf, prepareOpenings } from '../../openings/openings.ts';

/** The code and the name of a game's opening, as it arises (AN-12). */
function OpeningName({ game }: { game: GameView }) {
  const { setup, initialFen, moves } = game;
  const opening = openingOf({ variant: setup.variant, initialFen, moves });
  return opening && `${opening.eco} ${opening.name}`;
}

/** The component, once the table can be looked up. */
export async function prepared(): Promise<typeof OpeningName> {
  await prepareOpenings();
  return OpeningName;
}
