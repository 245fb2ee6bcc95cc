'use client';

import { useEffect } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageLink } from '../../ui/page-link.tsx';

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Stored in place of a game: nothing was offered yet, or the reader declined. */
const NONE = 0;
const DISMISSED = -1;

/** Offers a guest an account after the first game, once; it keeps the games played so far. */
export default function AccountOffer({ gameID }: { gameID: number }) {
  const [offeredAt, remember] = useRemembered('rookery.account-offer', NONE, isNumber);
  useEffect(() => {
    if (offeredAt === NONE) remember(gameID);
  }, [offeredAt, remember, gameID]);
  if (offeredAt !== gameID) return null;
  return (
    <aside
      aria-label={gameText('accountOffer.label')}
      className="mx-3 mb-3 flex flex-wrap items-center gap-2 rounded-xl border border-line bg-feather-soft p-3 text-sm"
    >
      <p className="min-w-40 flex-1">{gameText('accountOffer.text')}</p>
      <PageLink href={`/register?next=/game/${gameID}`} className={buttonClass('primary', 'small')}>
        {gameText('accountOffer.accept')}
      </PageLink>
      <Button size="small" tone="quiet" onClick={() => remember(DISMISSED)}>
        {gameText('accountOffer.decline')}
      </Button>
    </aside>
  );
}
