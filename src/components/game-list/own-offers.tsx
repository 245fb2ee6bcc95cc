'use client';

import type { GameSummary } from '../../contract/game/index.ts';
import { gamesText } from '../../generated/texts/games.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { setupText } from '../text/setup-text.ts';
import { Button } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** The reader's own open games, each with a button that withdraws it. */
export function OwnOffers({ games }: { games: readonly GameSummary[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {games.map((game) => (
        <OwnOffer key={game.gameID} game={game} />
      ))}
    </ul>
  );
}

function OwnOffer({ game }: { game: GameSummary }) {
  const client = useTRPCClient();
  const { isPending, error, call } = useCall(client.game.withdraw.mutate);
  const { gameID, setup } = game;
  const whom = setup.invited ?? gamesText(`offers.${setup.visibility}`);
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="truncate font-[560]">
          <PageLink
            href={`/game/${gameID}`}
            title={setup.invited ?? undefined}
            className="underline-offset-4 hover:underline"
          >
            {whom}
          </PageLink>
        </p>
        <p className="truncate text-muted text-sm">{error ?? setupText(setup)}</p>
      </div>
      <Button size="small" waiting={isPending} onClick={() => call({ gameID })}>
        {gamesText('offers.withdraw')}
      </Button>
    </li>
  );
}
