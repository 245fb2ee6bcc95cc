import fc from 'fast-check';
import type { Color, GameView } from '../../contract/game/index.ts';
import { isPromotion, legalDests } from '../../rules/index.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { attempt, type LiveFixture } from './live-game.ts';

/** An attempted action, sensible or not; which move it is depends on the game at that time. */
export interface Try {
  readonly username: string;
  readonly kind:
    | 'move'
    | 'repeat'
    | 'stale'
    | 'illegal'
    | 'offerDraw'
    | 'acceptDraw'
    | 'declineDraw'
    | 'resign'
    | 'join';
  /** Chooses among the possibilities. */
  readonly choice: number;
}

const kinds = [
  ...Array<'move'>(24).fill('move'),
  ...([
    'repeat',
    'stale',
    'illegal',
    'offerDraw',
    'offerDraw',
    'acceptDraw',
    'declineDraw',
  ] as const),
  ...(['join', 'join', 'resign'] as const),
];

/** Rounds of attempts; those of one round run simultaneously. */
export const rounds = fc.array(
  fc.array(
    fc.record({
      username: fc.constantFrom('alice', 'alice', 'bob', 'bob', 'carol'),
      kind: fc.constantFrom(...kinds),
      choice: fc.nat({ max: 9_999 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 20, maxLength: 60 },
);

/** Every legal move, in UCI; promotions to a queen or a knight. */
export function legalUcis(fen: string): string[] {
  return [...legalDests(fen)].flatMap(([from, dests]) =>
    dests.flatMap((to) =>
      isPromotion(fen, from, to) ? [`${from}${to}q`, `${from}${to}n`] : [from + to],
    ),
  );
}

function commandOf({ username, kind, choice }: Try, view: GameView): Command | null {
  const ply = view.moves.length;
  const pick = (ucis: readonly string[]) => ucis[choice % ucis.length] ?? 'e2e4';
  switch (kind) {
    case 'move': {
      // Mostly by the player to move, so that games progress.
      const { whiteUsername, blackUsername } = view;
      const mover = view.fen.split(' ')[1] === 'b' ? blackUsername : whiteUsername;
      const uci = pick(legalUcis(view.fen));
      return { type: 'move', username: choice % 8 ? (mover ?? username) : username, ply, uci };
    }
    case 'repeat': {
      const at = ply === 0 ? 0 : choice % ply;
      return { type: 'move', username, ply: at, uci: view.moves[at]?.uci ?? 'e2e4' };
    }
    case 'stale':
      return { type: 'move', username, ply: ply + (choice % 2 ? 1 : -1), uci: 'e2e4' };
    case 'illegal':
      return { type: 'move', username, ply, uci: pick(['e1e8', 'a1a1', 'h8h1q', 'zz', '']) };
    case 'join':
      return null;
    default:
      return { type: kind, username };
  }
}

/** Runs the attempt. It may only fail with a RookeryError. */
export async function carryOut(live: LiveFixture, gameID: number, one: Try): Promise<void> {
  const view = await live.games.view(gameID);
  const command = commandOf(one, view);
  if (command) await attempt(live, gameID, command);
  else {
    const color: Color = one.choice % 2 ? 'white' : 'black';
    await live.join(one.username, color, gameID);
  }
}
