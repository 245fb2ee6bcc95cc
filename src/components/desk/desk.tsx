'use client';

import { usePathname, useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import type { DeskUpdate } from '../../contract/desk.ts';
import { challengesTo, foldDesk, turnFirst } from '../../contract/desk-fold.ts';
import type { GameSummary } from '../../contract/game.ts';
import { useTRPCClient } from '../api/connection.ts';
import { type MakeSound, useSound } from '../game/use-sound.ts';
import { arrivalOf, isBusy, pathOf } from './arrivals.ts';
import { isOpenedLast, rememberBoard } from './last-board.ts';
import type { Notice } from './notices.ts';
import { useAttention, useVisible } from './use-attention.ts';

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

/** What is known of one user's games; of another's nothing. */
interface Known {
  readonly username: string | null;
  readonly games: readonly GameSummary[];
}

/** Keeps the reader's own games live, and takes them to the board when one begins. */
export function DeskProvider({ user, games, children }: DeskProviderProps) {
  const client = useTRPCClient();
  const router = useRouter();
  const path = usePathname();
  const username = user?.username ?? null;
  const [stored, setKnown] = useState<Known>({ username, games });
  const [notice, setNotice] = useState<Notice | null>(null);
  const sound = useSound();
  const visible = useVisible();
  const [called, call] = useAttention();
  const known = stored.username === username ? stored.games : games;
  /** What was heard last, and by whom: news can come faster than it is drawn. */
  const heard = useRef<Known | null>(null);
  /** A game that began while nobody could be taken to it. */
  const missed = useRef<number | null>(null);

  function take(update: DeskUpdate, name: string): void {
    const isFirst = heard.current?.username !== name;
    const before = isFirst ? known : (heard.current?.games ?? []);
    const now = { username: name, games: foldDesk(before, update, name) };
    heard.current = now;
    setKnown(now);
    const place = { username: name, path, visible: document.visibilityState === 'visible' };
    const arrival = arrivalOf(update, before, place, isFirst);
    if (arrival.sound) {
      sound(arrival.sound);
      call();
    }
    if (arrival.notice) setNotice(arrival.notice);
    if (!arrival.begun) return;
    if (arrival.goes) router.push(pathOf(arrival.begun.gameID));
    else missed.current = place.visible ? null : arrival.begun.gameID;
  }

  useEffect(() => {
    if (visible) rememberBoard(path);
  }, [path, visible]);
  const goToMissed = useEffectEvent(() => {
    const gameID = missed.current;
    missed.current = null;
    const game = known.find((one) => one.gameID === gameID && one.status === 'playing');
    if (!game || isBusy(known, path) || isOpenedLast(pathOf(game.gameID))) return;
    setNotice(null);
    router.push(pathOf(game.gameID));
  });
  useEffect(() => {
    if (visible) goToMissed();
  }, [visible]);

  const onUpdate = useEffectEvent(take);
  useEffect(() => {
    if (username === null) return;
    const subscription = client.lobby.mine.subscribe(undefined, {
      onData: (update) => onUpdate(update, username),
    });
    return () => subscription.unsubscribe();
  }, [client, username]);
  const desk: Desk =
    username === null
      ? { ...nobody, called, sound }
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
  return <DeskContext value={desk}>{children}</DeskContext>;
}
