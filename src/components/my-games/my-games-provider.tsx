'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import type { GameSummary } from '../../contract/game/index.ts';
import { challengesTo, turnFirst } from '../../contract/game/own-games.ts';
import { lazy } from '../hooks/lazy.tsx';
import type { MakeSound } from '../sound/use-sound.ts';
import type { Known } from './known-games.ts';
import { MyGamesKeeper } from './lazy-parts.ts';
import { type MyGames, MyGamesContext, signedOut } from './my-games-context.ts';
import { isBusy } from './notices/is-busy.ts';
import type { Notice } from './notices/notices.ts';

const SoundMaker = lazy(() =>
  import('../sound/sound-maker.tsx').then((loaded) => loaded.SoundMaker),
);

export interface MyGamesProviderProps {
  readonly user: { readonly username: string; readonly guest: boolean } | null;
  /** The reader's games when the server rendered the page. */
  readonly games: readonly GameSummary[];
  readonly children: ReactNode;
}

/** Provides the reader's games, live, to the components of the page. */
export function MyGamesProvider({ user, games, children }: MyGamesProviderProps) {
  const path = usePathname();
  const username = user?.username ?? null;
  const [stored, setKnown] = useState<Known>({ username, games });
  const [notice, setNotice] = useState<Notice | null>(null);
  const [attention, setAttention] = useState(false);
  const maker = useRef<MakeSound>(signedOut.sound);
  const [sound] = useState<MakeSound>(
    () => (kind: Parameters<MakeSound>[0]) => maker.current(kind),
  );
  const known = stored.username === username ? stored.games : games;
  const myGames: MyGames =
    username === null
      ? { ...signedOut, sound }
      : {
          username,
          guest: user?.guest ?? false,
          games: known,
          running: turnFirst(known, username),
          challenges: challengesTo(known, username),
          notice,
          dismiss: () => setNotice(null),
          busy: isBusy(known, path),
          attention,
          sound,
        };
  return (
    <MyGamesContext value={myGames}>
      {children}
      <SoundMaker maker={maker} />
      {username !== null && (
        <MyGamesKeeper
          key={username}
          username={username}
          games={known}
          sound={sound}
          onKnown={setKnown}
          onNotice={setNotice}
          onAttention={setAttention}
        />
      )}
    </MyGamesContext>
  );
}
