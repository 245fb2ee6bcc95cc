'use client';

import { skipToken } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { usePathname, useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { DeskUpdate } from '../../contract/desk.ts';
import { challengesTo, foldDesk, turnFirst } from '../../contract/desk-fold.ts';
import type { GameSummary } from '../../contract/game.ts';
import { useTRPC } from '../trpc.tsx';
import { type Notice, noticeOf } from './notices.ts';

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
}

const nobody: Desk = {
  username: null,
  guest: false,
  games: [],
  running: [],
  challenges: [],
  notice: null,
  dismiss: () => {},
};

const DeskContext = createContext<Desk>(nobody);

export const useDesk = (): Desk => useContext(DeskContext);

export interface DeskProviderProps {
  readonly user: { readonly username: string; readonly guest: boolean } | null;
  /** The reader's running games, as the server drew the page. */
  readonly games: readonly GameSummary[];
  readonly children: ReactNode;
}

/** What is known of one user's games; of another's nothing. */
interface Known {
  readonly username: string | null;
  readonly games: readonly GameSummary[];
}

/** Keeps the reader's own games live, and takes them to the board when one begins. */
export function DeskProvider({ user, games, children }: DeskProviderProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const path = usePathname();
  const username = user?.username ?? null;
  const [stored, setKnown] = useState<Known>({ username, games });
  const [notice, setNotice] = useState<Notice | null>(null);
  const known = stored.username === username ? stored.games : games;

  function take(update: DeskUpdate, name: string): void {
    setKnown((before) => {
      const old = before.username === name ? before.games : [];
      return { username: name, games: foldDesk(old, update, name) };
    });
    if (update.type === 'snapshot' || path === `/game/${update.game.gameID}`) return;
    if (update.began && isAtOnce(update.game) && document.visibilityState === 'visible') {
      router.push(`/game/${update.game.gameID}`);
      return;
    }
    const next = noticeOf(update.game, update.began, name);
    if (next) setNotice(next);
  }

  useSubscription(
    trpc.lobby.mine.subscriptionOptions(username === null ? skipToken : undefined, {
      onData: (update) => username !== null && take(update, username),
    }),
  );
  const desk: Desk =
    username === null
      ? nobody
      : {
          username,
          guest: user?.guest ?? false,
          games: known,
          running: turnFirst(known, username),
          challenges: challengesTo(known, username),
          notice,
          dismiss: () => setNotice(null),
        };
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Whether a game is played now rather than over days: whoever is in it is taken to the board. */
const isAtOnce = ({ setup }: GameSummary): boolean =>
  setup.timeControl.type === 'clock' || setup.source === 'link';
