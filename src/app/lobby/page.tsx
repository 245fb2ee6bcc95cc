import type { Metadata } from 'next';
import { topOf } from '../../components/lobby/lobby-top.ts';
import { LobbyView } from '../../components/lobby/lobby-view.tsx';
import { Container } from '../../components/ui/container.tsx';
import { api, currentUser } from '../_server/api.ts';

/** The games that can be seen without scrolling, on the largest screens too. The others follow when the page is alive. */
const DRAWN = { open: 15, playing: 6, finished: 12 };

export const metadata: Metadata = { title: 'Lobby' };

export default async function LobbyPage() {
  const caller = await api();
  const [lobby, best, user] = await Promise.all([
    caller.lobby.get(),
    caller.lobby.onAir({}),
    currentUser(),
  ]);
  return (
    <Container className="py-8 sm:py-10">
      <LobbyView top={topOf(lobby, DRAWN)} best={best.game} username={user?.username ?? null} />
    </Container>
  );
}
