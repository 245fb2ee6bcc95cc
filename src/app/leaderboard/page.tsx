import type { Metadata } from 'next';
import { LeaderboardView } from '../../components/leaderboard/leaderboard-view.tsx';
import { Container } from '../../components/ui/container.tsx';
import { type Variant, variant } from '../../contract/game/index.ts';
import { communityText } from '../../generated/texts/community.ts';
import { api, currentUser } from '../_server/api.ts';

export const metadata: Metadata = { title: communityText('leaderboard.title') };

const speeds = ['bullet', 'blitz', 'rapid', 'classical', 'correspondence', 'ultraBullet'] as const;

interface Props {
  readonly searchParams: Promise<{ variant?: string | string[] }>;
}

export default async function LeaderboardPage({ searchParams }: Props) {
  const asked = variant.safeParse((await searchParams).variant);
  const shown: Variant = asked.success ? asked.data : 'standard';
  const [caller, user] = await Promise.all([api(), currentUser()]);
  const boards = await Promise.all(
    speeds.map(async (speed) => ({
      speed,
      leaders: (await caller.rating.leaders({ variant: shown, speed })).leaders,
    })),
  );
  return (
    <Container className="py-8 sm:py-10">
      <LeaderboardView variant={shown} boards={boards} username={user?.username ?? null} />
    </Container>
  );
}
