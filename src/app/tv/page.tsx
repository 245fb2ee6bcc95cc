import type { Metadata } from 'next';
import { TvView } from '../../components/tv/tv-view.tsx';
import { Container } from '../../components/ui/container.tsx';
import { type TvChannel, tvChannel } from '../../contract/lobby/tv.ts';
import { communityText } from '../../generated/texts/community.ts';
import { api, currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: communityText('tv.title') };

interface Props {
  readonly searchParams: Promise<{ channel?: string | string[] }>;
}

export default async function TvPage({ searchParams }: Props) {
  const asked = tvChannel.safeParse((await searchParams).channel);
  const channel: TvChannel = asked.success ? asked.data : 'best';
  const [caller, user] = await Promise.all([api(), currentUser()]);
  const { game } = await caller.lobby.onAir({ channel });
  const view = game && (await caller.game.get({ gameID: game.gameID }));
  return (
    <Container className="py-6">
      <TvView key={channel} channel={channel} initial={view} username={user?.username ?? null} />
    </Container>
  );
}
