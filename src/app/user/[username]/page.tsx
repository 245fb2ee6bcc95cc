import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ProfileView } from '../../../components/profile/profile-view.tsx';
import { Container } from '../../../components/ui/container.tsx';
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
  const [{ games }, user] = await Promise.all([
    (await api()).user.games({ username }),
    currentUser(),
  ]);
  return (
    <Container className="max-w-3xl! py-8 sm:py-12">
      <ProfileView profile={profile} games={games} own={user?.username === username} />
    </Container>
  );
}
