import { Features } from '../components/home/features.tsx';
import { Hero } from '../components/home/hero.tsx';
import { Welcome } from '../components/home/welcome.tsx';
import { HomeLobby } from '../components/lobby/home-lobby.tsx';
import { homeTopOf } from '../components/lobby/lobby-top.ts';
import { api, currentUser } from './_server/api.ts';

export default async function HomePage() {
  const caller = await api();
  const [lobby, best, user] = await Promise.all([
    caller.lobby.get(),
    caller.lobby.onAir({}),
    currentUser(),
  ]);
  const username = user?.username ?? null;
  return (
    <>
      {user ? <Welcome username={user.username} /> : <Hero />}
      <HomeLobby lobby={homeTopOf(lobby, username)} best={best.game} username={username} />
      {!user && <Features />}
    </>
  );
}
