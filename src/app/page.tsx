import { Hero } from '../components/home/hero.tsx';
import { Promises } from '../components/home/promises.tsx';
import { Welcome } from '../components/home/welcome.tsx';
import { HomeLobby } from '../components/lobby/home-lobby.tsx';
import { api, currentUser } from './_server/api.ts';

export default async function HomePage() {
  const [caller, user] = await Promise.all([api(), currentUser()]);
  const [lobby, own] = await Promise.all([
    caller.lobby.get(),
    user ? caller.user.games({ username: user.username }) : { games: [] },
  ]);
  return (
    <>
      {user ? <Welcome username={user.username} /> : <Hero />}
      <HomeLobby lobby={lobby} username={user?.username ?? null} own={own.games} />
      {!user && <Promises />}
    </>
  );
}
