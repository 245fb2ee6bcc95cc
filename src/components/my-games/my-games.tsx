'use client';

import type { GameSummary } from '../../contract/game/index.ts';
import { ownTurn } from '../../contract/game/own-games.ts';
import { gamesText } from '../../generated/texts/games.ts';
import { Empty } from '../game-list/empty.tsx';
import { OwnOffers } from '../game-list/own-offers.tsx';
import { RunningGames } from '../game-list/running-games.tsx';
import { Section } from '../game-list/section.tsx';
import { useMyGames } from './my-games-context.ts';

/** The reader's games: those that wait for their move, those that wait for the opponent's, and open ones. */
export function MyGames() {
  const { username, games, running } = useMyGames();
  if (username === null) return null;
  const mine = (game: GameSummary) => ownTurn(game, username) !== null;
  const yours = running.filter(mine);
  const theirs = running.filter((game) => !mine(game));
  const offers = games.filter(
    ({ status, setup }) => status === 'open' && setup.host?.username === username,
  );
  return (
    <div className="mt-8 flex flex-col gap-10">
      <Section title={gamesText('yourTurn.title')} count={yours.length}>
        {yours.length === 0 ? (
          <Empty title={gamesText('yourTurn.empty.title')}>
            {gamesText('yourTurn.empty.text')}
          </Empty>
        ) : (
          <RunningGames games={yours} username={username} />
        )}
      </Section>
      {theirs.length > 0 && (
        <Section title={gamesText('opponentsTurn')} count={theirs.length}>
          <RunningGames games={theirs} username={username} />
        </Section>
      )}
      {offers.length > 0 && (
        <Section title={gamesText('offers.title')} count={offers.length}>
          <OwnOffers games={offers} />
        </Section>
      )}
    </div>
  );
}
