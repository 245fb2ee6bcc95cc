import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MyGames } from '../../components/my-games/my-games.tsx';
import { Container } from '../../components/ui/container.tsx';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: lobbyText('myGames') };

export default async function GamesPage() {
  if (!(await currentUser())) redirect('/login?next=/games');
  return (
    <Container className="py-8 sm:py-10">
      <h1 className="font-[680] text-3xl tracking-[-0.03em]">{lobbyText('myGames')}</h1>
      <MyGames />
    </Container>
  );
}
