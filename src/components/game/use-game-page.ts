'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useMemo, useState } from 'react';
import { turnOf } from '../../contract/fold.ts';
import type { Color, GameView, Presence } from '../../contract/game.ts';
import { isPromotion, legalDests } from '../../rules/index.ts';
import { seatsOf } from '../lobby/seats.ts';
import { useConnection, useTRPC } from '../trpc.tsx';
import { announcementOf } from './announcements.ts';
import { withPending } from './pending-move.ts';
import { livePosition, pastPosition, type Shown } from './positions.ts';
import type { Promotion } from './promotion-dialog.tsx';
import { readMove } from './read-move.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Steps, useCursor } from './use-cursor.ts';
import { useLiveGame } from './use-live-game.ts';
import { useMoveSender } from './use-move-sender.ts';

/** What the game's page is given by the server. */
export interface GamePageModel {
  readonly game: GameView;
  /** Who is looking; null for somebody not signed in. */
  readonly username: string | null;
}

/** All that the game's page shows, and all that can be done on it. */
export interface GamePage {
  /** The game, one's own move in flight included. */
  readonly game: GameView;
  /** The seats that the reader holds: none, one, or both. */
  readonly seats: readonly Color[];
  readonly standing: Standing;
  /** Null until the first word of it. */
  readonly presence: Presence | null;
  readonly steps: Steps;
  readonly shown: Shown;
  /** Where pieces can go now; null while none may be moved here. */
  readonly dests: ReadonlyMap<string, readonly string[]> | null;
  /** A pawn that waits for its new piece. */
  readonly promotion: Promotion | null;
  /** A move is in flight and the connection is not there. */
  readonly delayed: boolean;
  /** Why the last request was refused; null once something else happened. */
  readonly refusal: string | null;
  /** The last event in words, for a live region. */
  readonly announcement: string;
  /** Why the game is no longer followed; null while it is. */
  readonly broken: string | null;
  /** A move on the board: played, or first asked for its promotion. */
  readonly move: (from: string, to: string) => void;
  /** A move typed: what is wrong with it, or null when it was taken. */
  readonly typeMove: (text: string) => string | null;
  /** The new piece of {@link promotion}, or null to leave the pawn where it was. */
  readonly promote: (letter: string | null) => void;
  readonly refuse: (message: string) => void;
}

export function useGamePage({ game: initial, username }: GamePageModel): GamePage {
  const trpc = useTRPC();
  const connection = useConnection();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const [presence, setPresence] = useState<Presence | null>(null);
  const [promotion, setPromotion] = useState<Promotion | null>(null);
  /** Counts what was taken back, so that the board is drawn anew. */
  const [takenBack, setTakenBack] = useState(0);

  const live = useLiveGame(initial, (event, next) => {
    setRefusal(null);
    const words = announcementOf(event, next);
    if (words) setAnnouncement(words);
  });
  useSubscription(
    trpc.game.presence.subscriptionOptions({ gameID: initial.gameID }, { onData: setPresence }),
  );
  const refuse = (message: string) => {
    setRefusal(message);
    setTakenBack((times) => times + 1);
  };
  const { pending, play } = useMoveSender(live.game, refuse);
  const game = useMemo(
    () => (pending ? withPending(live.game, pending) : live.game),
    [live.game, pending],
  );

  const seats = seatsOf(game, username);
  const steps = useCursor(game.moves.length);
  const { cursor } = steps;
  const shown = useMemo(
    () => ({
      ...(cursor.type === 'live' ? livePosition(game) : pastPosition(game, cursor.ply)),
      takenBack,
    }),
    [game, cursor, takenBack],
  );
  const turn = turnOf(game.fen);
  const mayMove =
    game.status !== 'finished' &&
    pending === null &&
    seats.includes(turn) &&
    cursor.type === 'live';
  const dests = useMemo(() => (mayMove ? legalDests(game.fen) : null), [mayMove, game.fen]);

  const move = (from: string, to: string) => {
    setRefusal(null);
    if (isPromotion(game.fen, from, to)) setPromotion({ color: turn, from, to });
    else play(from + to);
  };

  return {
    game,
    seats,
    standing: standingOf(game, username),
    presence,
    steps,
    shown,
    dests,
    promotion,
    delayed: pending !== null && connection !== 'connected',
    refusal,
    announcement,
    broken: live.broken,
    move,
    typeMove(text) {
      if (game.status === 'finished') return 'The game is over.';
      if (!seats.includes(turn) || pending) return 'It is your opponent’s turn.';
      const read = readMove(game.fen, text);
      steps.goLive();
      switch (read.type) {
        case 'move':
          play(read.uci);
          return null;
        case 'promotion':
          move(read.from, read.to);
          return null;
        case 'ambiguous':
          return `Which one: ${read.options.join(' or ')}?`;
        case 'unknown':
          return `“${text.trim()}” is not a legal move here.`;
        default:
          return read satisfies never;
      }
    },
    promote(letter) {
      setPromotion(null);
      if (promotion && letter) play(promotion.from + promotion.to + letter);
      else setTakenBack((times) => times + 1);
    },
    refuse,
  };
}
