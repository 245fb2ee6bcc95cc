'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { GameSummary } from '../../contract/game/index.ts';
import type { MyGamesUpdate } from '../../contract/lobby/my-games.ts';
import { foldMyGames } from '../../contract/lobby/my-games-fold.ts';
import { useTRPCClient } from '../api/connection.ts';
import type { MakeSound } from '../sound/use-sound.ts';
import { Challenges } from './challenges.tsx';
import type { Known } from './known-games.ts';
import { arrivalOf } from './notices/arrivals.ts';
import { isBusy, pathOf } from './notices/is-busy.ts';
import { isOpenedLast, rememberBoard } from './notices/last-board.ts';
import type { Notice } from './notices/notices.ts';
import { useAttention, useVisible } from './notices/use-attention.ts';

export interface MyGamesKeeperProps {
  readonly username: string;
  /** The reader's games so far. */
  readonly games: readonly GameSummary[];
  readonly sound: MakeSound;
  readonly onKnown: (known: Known) => void;
  readonly onNotice: (notice: Notice | null) => void;
  /** Gets whether news has come while the page is hidden. */
  readonly onAttention: (attention: boolean) => void;
}

/** Follows the reader's games: shows news of them, and opens the board when one begins. Needs a key for each user. */
export function MyGamesKeeper(props: MyGamesKeeperProps) {
  const { username, games, sound, onKnown, onNotice, onAttention } = props;
  const client = useTRPCClient();
  const router = useRouter();
  const path = usePathname();
  const visible = useVisible();
  const [attention, markTitle] = useAttention();
  /** The newest state: updates can come faster than React renders. */
  const latest = useRef<Known | null>(null);
  /** A game that began while the page was hidden; its board opens when the page is shown. */
  const missed = useRef<number | null>(null);

  const onUpdate = useEffectEvent((update: MyGamesUpdate): void => {
    const isFirst = latest.current?.username !== username;
    const before = isFirst ? games : (latest.current?.games ?? []);
    const now = { username, games: foldMyGames(before, update, username) };
    latest.current = now;
    onKnown(now);
    const place = { username, path, visible: document.visibilityState === 'visible' };
    const arrival = arrivalOf(update, before, place, isFirst);
    if (arrival.sound) {
      sound(arrival.sound);
      markTitle();
    }
    if (arrival.notice) onNotice(arrival.notice);
    if (!arrival.begun) return;
    if (arrival.goes) router.push(pathOf(arrival.begun.gameID));
    else missed.current = place.visible ? null : arrival.begun.gameID;
  });
  useEffect(() => {
    const subscription = client.lobby.mine.subscribe(undefined, {
      onData: (news) => onUpdate(news),
    });
    return () => subscription.unsubscribe();
  }, [client]);

  useEffect(() => {
    if (visible) rememberBoard(path);
  }, [path, visible]);
  const goToMissed = useEffectEvent(() => {
    const gameID = missed.current;
    missed.current = null;
    const game = games.find((one) => one.gameID === gameID && one.status === 'playing');
    if (!game || isBusy(games, path) || isOpenedLast(pathOf(game.gameID))) return;
    onNotice(null);
    router.push(pathOf(game.gameID));
  });
  useEffect(() => {
    if (visible) goToMissed();
  }, [visible]);

  const notify = useEffectEvent(onAttention);
  useEffect(() => notify(attention), [attention]);
  return <Challenges />;
}
