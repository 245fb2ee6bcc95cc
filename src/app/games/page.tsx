import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MyGames } from '../../components/my-games/my-games.tsx';
import { Container } from '../../components/ui/container.tsx';
import { gamesText } from '../../generated/texts/games.ts';
import { currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: gamesText('title') };

export default async function GamesPage() {
  if (!(await currentUser())) redirect('/login?next=/games');
  return (
    <Container className="py-8 sm:py-10">
      <h1 className="font-[680] text-3xl tracking-[-0.03em]">{gamesText('title')}</h1>
      <MyGames />
    </Container>
  );
}
