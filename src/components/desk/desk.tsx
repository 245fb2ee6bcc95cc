'use client';

import { usePathname } from 'next/navigation';
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import type { GameSummary } from '../../contract/game.ts';
import { challengesTo, turnFirst } from '../../contract/own-games.ts';
import type { MakeSound } from '../game/use-sound.ts';
import { late } from '../ui/late.tsx';
import type { Known } from './desk-keeper.tsx';
import { isBusy } from './is-busy.ts';
import { DeskKeeper } from './late-parts.ts';
import type { Notice } from './notices.ts';

const SoundMaker = late(() =>
  import('../game/sound-maker.tsx').then((loaded) => loaded.SoundMaker),
);

/** What concerns the reader, wherever on the site they are. */
export interface Desk {
  readonly username: string | null;
  /** Plays without an account. */
  readonly guest: boolean;
  /** All unfinished games: running, offered, challenges. */
  readonly games: readonly GameSummary[];
  /** Running ones, those where it is the reader's turn first. */
  readonly running: readonly GameSummary[];
  /** Challenges that wait for the reader's answer. */
  readonly challenges: readonly GameSummary[];
  /** What happened last that the reader may not have seen. */
  readonly notice: Notice | null;
  readonly dismiss: () => void;
  /** A running game with a clock of the reader's own is on the screen. */
  readonly busy: boolean;
  /** The page is hidden, and something has come. */
  readonly called: boolean;
  readonly sound: MakeSound;
}

const nobody: Desk = {
  username: null,
  guest: false,
  games: [],
  running: [],
  challenges: [],
  notice: null,
  dismiss: () => {},
  busy: false,
  called: false,
  sound: () => {},
};

const DeskContext = createContext<Desk>(nobody);

export const useDesk = (): Desk => useContext(DeskContext);

export interface DeskProviderProps {
  readonly user: { readonly username: string; readonly guest: boolean } | null;
  /** The reader's running games, as the server drew the page. */
  readonly games: readonly GameSummary[];
  readonly children: ReactNode;
}

/** Keeps the reader's own games live, and takes them to the board when one begins. */
export function DeskProvider({ user, games, children }: DeskProviderProps) {
  const path = usePathname();
  const username = user?.username ?? null;
  const [stored, setKnown] = useState<Known>({ username, games });
  const [notice, setNotice] = useState<Notice | null>(null);
  const [called, setCalled] = useState(false);
  const maker = useRef<MakeSound>(nobody.sound);
  const [sound] = useState<MakeSound>(
    () => (kind: Parameters<MakeSound>[0]) => maker.current(kind),
  );
  const known = stored.username === username ? stored.games : games;
  const desk: Desk =
    username === null
      ? { ...nobody, sound }
      : {
          username,
          guest: user?.guest ?? false,
          games: known,
          running: turnFirst(known, username),
          challenges: challengesTo(known, username),
          notice,
          dismiss: () => setNotice(null),
          busy: isBusy(known, path),
          called,
          sound,
        };
  return (
    <DeskContext value={desk}>
      {children}
      <SoundMaker maker={maker} />
      {username !== null && (
        <DeskKeeper
          key={username}
          username={username}
          games={known}
          sound={sound}
          onKnown={setKnown}
          onNotice={setNotice}
          onCalled={setCalled}
        />
      )}
    </DeskContext>
  );
}
