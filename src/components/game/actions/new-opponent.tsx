import { policyOf } from '../../../contract/game/policy.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { poolOf, seekPath } from '../../lobby/seek/seek-path.ts';
import { buttonClass } from '../../ui/button.tsx';
import { PageLink } from '../../ui/page-link.tsx';

/** After a quick-pairing game or its rematch: the link that seeks the next one of the same kind. */
export function NewOpponent({ setup }: { readonly setup: GameSetup }) {
  const pool =
    policyOf(setup).nextOpponent && setup.variant === 'standard'
      ? poolOf(setup.timeControl)
      : undefined;
  if (!pool) return null;
  return (
    <PageLink href={seekPath(pool)} className={buttonClass('plain', 'small')}>
      {gameText('over.newOpponent')}
    </PageLink>
  );
}
