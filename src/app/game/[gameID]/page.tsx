import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { GameScreen } from '../../../components/game/game-screen.tsx';
import { gameTitle } from '../../../components/game/status/game-title.ts';
import { api, currentUser, errorCodeOf, serverOrigin } from '../../_server/api.ts';

interface Props {
  readonly params: Promise<{ gameID: string }>;
}

/** The game of an address like `/game/12`; the not-found page for anything else. */
const gameOf = cache(async (segment: string) => {
  if (!/^[1-9]\d{0,9}$/.test(segment)) notFound();
  try {
    return await (await api()).game.get({ gameID: Number(segment) });
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'unknown_game' || code === 'not_found' || code === 'bad_request') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: gameTitle(await gameOf((await params).gameID)) };
}

export default async function GamePage({ params }: Props) {
  const { gameID } = await params;
  const [game, user, origin] = await Promise.all([gameOf(gameID), currentUser(), serverOrigin()]);
  const username = user?.username ?? null;
  return <GameScreen key={game.gameID} game={game} username={username} origin={origin} />;
}
