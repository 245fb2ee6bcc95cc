import { Hero } from '../components/home/hero.tsx';
import { Promises } from '../components/home/promises.tsx';
import { Welcome } from '../components/home/welcome.tsx';
import { HomeLobby } from '../components/lobby/home-lobby.tsx';
import { api, currentUser } from './_server/api.ts';

export default async function HomePage() {
  const [caller, user] = await Promise.all([api(), currentUser()]);
  const [lobby, best] = await Promise.all([caller.lobby.get(), caller.lobby.onAir({})]);
  return (
    <>
      {user ? <Welcome username={user.username} /> : <Hero />}
      <HomeLobby lobby={lobby} best={best.game} username={user?.username ?? null} />
      {!user && <Promises />}
    </>
  );
}
