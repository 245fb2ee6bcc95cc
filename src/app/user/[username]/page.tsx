import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ProfileView } from '../../../components/profile/profile-view.tsx';
import { Container } from '../../../components/ui/container.tsx';
import { levelOf } from '../../../contract/game/computer.ts';
import { api, currentUser, errorCodeOf } from '../../_server/api.ts';

interface Props {
  readonly params: Promise<{ username: string }>;
}

const profileOf = cache(async (username: string) => {
  try {
    return await (await api()).user.profile({ username });
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'unknown_user' || code === 'not_found' || code === 'bad_request') notFound();
    throw error;
  }
});

/** The name in the address, as it was typed: `%41da` is `Ada`. */
const nameIn = async ({ params }: Props): Promise<string> => {
  const { username } = await params;
  try {
    return decodeURIComponent(username);
  } catch {
    return username;
  }
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await profileOf(await nameIn(props))).username };
}

export default async function UserPage(props: Props) {
  const profile = await profileOf(await nameIn(props));
  const { username } = profile;
  const caller = await api();
  const [{ games }, { ratings }, user] = await Promise.all([
    caller.user.games({ username }),
    caller.rating.of({ username }),
    currentUser(),
  ]);
  const courses = await Promise.all(
    ratings.map(async (rating) => {
      const { variant, speed } = rating;
      return { ...rating, ...(await caller.rating.history({ username, variant, speed })) };
    }),
  );
  const own = user?.username === username;
  return (
    <Container className="max-w-3xl! py-8 sm:py-12">
      <ProfileView
        profile={profile}
        games={games}
        own={own}
        ratings={courses}
        mayChallenge={user !== null && !own && levelOf(username) === null}
      />
    </Container>
  );
}
