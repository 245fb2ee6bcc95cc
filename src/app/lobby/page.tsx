import type { Metadata } from 'next';
import { seenFirst, topOf } from '../../components/lobby/lobby-top.ts';
import { LobbyView } from '../../components/lobby/lobby-view.tsx';
import { Container } from '../../components/ui/container.tsx';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { api, currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: lobbyText('title') };

export default async function LobbyPage() {
  const caller = await api();
  const [lobby, best, user] = await Promise.all([
    caller.lobby.get(),
    caller.lobby.onAir({}),
    currentUser(),
  ]);
  return (
    <Container className="py-8 sm:py-10">
      <LobbyView
        top={topOf(lobby, seenFirst(lobby))}
        best={best.game}
        username={user?.username ?? null}
      />
    </Container>
  );
}
