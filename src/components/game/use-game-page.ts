'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { Color, GameEvent, GameView, Presence } from '../../contract/game/index.ts';
import { gameText } from '../../generated/texts/game.ts';
import { useConnection, useTRPCClient } from '../api/connection.ts';
import { seatsOf } from '../game-list/seats.ts';
import { type GameActionSender, useGameActions } from './actions/use-game-actions.ts';
import { withPending } from './board/pending-move.ts';
import { type BoardInput, useBoardInput } from './board/use-board-input.ts';
import { useMoveSender } from './board/use-move-sender.ts';
import type { ServerClock } from './clock/server-clock.ts';
import { useOwnClock } from './clock/use-own-clock.ts';
import { useServerClock } from './clock/use-server-clock.ts';
import { livePosition, pastPosition, type Shown } from './moves/positions.ts';
import { type Steps, useCursor } from './moves/use-cursor.ts';
import { announcementOf, isTransient } from './status/announcements.ts';
import { useAnnouncement, useTransient } from './status/use-announcement.ts';
import { type Claims, useClaims } from './status/use-claims.ts';
import { useUrgentTexts } from './status/use-urgent-texts.ts';
import { type ViewerState, viewerStateOf } from './status/viewer-state.ts';
import { useLiveGame } from './use-live-game.ts';
import { useSounds } from './use-sounds.ts';

/** The data that the server renders the game's page with. */
export interface GamePageModel {
  /** The origin of links to this server; absent where no game is open. */
  readonly origin?: string;
  readonly game: GameView;
  /** The reader; null for a visitor who is not signed in. */
  readonly username: string | null;
}

/** Everything that the game's page shows, and the actions on it. */
export interface GamePage {
  /** The game, the reader's pending move included. */
  readonly game: GameView;
  /** The seats that the reader holds: none, one, or both. */
  readonly seats: readonly Color[];
  readonly viewerState: ViewerState;
  /** Null until the server has sent it. */
  readonly presence: Presence | null;
  readonly clock: ServerClock;
  /** When the server ends the game if nothing happens; see `gameSync`. */
  readonly dueAtMs: number | null;
  readonly claims: Claims;
  readonly actions: GameActionSender;
  readonly steps: Steps;
  readonly shown: Shown;
  readonly input: BoardInput;
  /** A move is pending and the connection is down. */
  readonly delayed: boolean;
  /** The error of the last request; null after the next event. */
  readonly error: string | null;
  /** A text shown for some seconds, such as that an offer was declined; null for none. */
  readonly transient: string | null;
  /** The last event as text, for a live region. */
  readonly announcement: string;
  /** What a screen reader must say at once. It has a live region of its own, because an event may come at the same time. */
  readonly urgent: string;
  /** Why the page no longer follows the game; null while it does. */
  readonly broken: string | null;
}

export function useGamePage({ game: initial, username }: GamePageModel): GamePage {
  const client = useTRPCClient();
  const { gameID } = initial;
  const router = useRouter();
  const connection = useConnection();
  const [error, setError] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useAnnouncement();
  const [urgent, sayUrgent] = useAnnouncement();
  const [transient, showTransient] = useTransient();
  const [presence, setPresence] = useState<Presence | null>(null);
  /** Counts the moves undone on the board, so that each redraws it. */
  const [takenBack, setTakenBack] = useState(0);
  const redraw = () => setTakenBack((times) => times + 1);
  const fail = (message: string) => {
    setError(message);
    redraw();
  };

  const live = useLiveGame(initial, onEvent);
  const early = live.game.status === 'playing' && live.game.moves.length <= 2;
  const clock = useServerClock(
    gameID,
    live.game.status === 'playing',
    early ? live.game.lastEvent : 0,
    live.applySync,
  );
  useEffect(() => {
    const subscription = client.game.presence.subscribe({ gameID }, { onData: setPresence });
    return () => subscription.unsubscribe();
  }, [client, gameID]);
  const sender = useMoveSender(live.game, clock, fail);
  const { pending } = sender;
  const game = useMemo(
    () => (pending ? withPending(live.game, pending) : live.game),
    [live.game, pending],
  );
  const seats = seatsOf(game, username);
  const viewerState = viewerStateOf(game, username);
  const mine = viewerState.type === 'running' && viewerState.mine;
  const sound = useSounds(game, live.isLive);
  const actions = useGameActions(game.gameID, setError);
  const claims = useClaims({ game, seats, mine, presence, clock });
  const dueAtMs = pending ? null : live.dueAtMs;
  useUrgentTexts({ game, seats, mine, claims, clock, dueAtMs }, sayUrgent);
  useOwnClock(game, seats, clock, {
    onUrgent: () => sound('lowTime'),
    onSecondsLeft: (seconds) => setAnnouncement(gameText('status.secondsLeft', { seconds })),
  });

  function onEvent(event: GameEvent, next: GameView): void {
    setError(null);
    const text = announcementOf(event, next);
    if (text) setAnnouncement(text);
    const own = seatsOf(next, username);
    if (isTransient(event, own)) showTransient(text);
    if (event.type === 'takenBack') input.clearPremoves();
    if (event.type === 'rematched' && own.length > 0) router.push(`/game/${event.gameID}`);
    const offered = /^(draw|takeback|rematch)Offered$/.test(event.type);
    if (offered && 'color' in event && own.length > 0 && !own.includes(event.color)) sound('offer');
  }

  const steps = useCursor(game.moves.length);
  const { cursor } = steps;
  const input = useBoardInput({
    live: live.game,
    game,
    seats,
    sender,
    present: cursor.type === 'live',
    onError: setError,
    redraw,
    announce: sayUrgent,
  });
  const { draft } = input;
  const shown = useMemo(
    () => ({
      ...(cursor.type === 'past'
        ? pastPosition(game, cursor.ply)
        : livePosition(draft ? withPending(game, draft) : game)),
      takenBack,
    }),
    [game, cursor, draft, takenBack],
  );

  return {
    game,
    seats,
    viewerState,
    presence,
    clock,
    dueAtMs,
    claims,
    actions,
    steps,
    shown,
    input,
    delayed: pending !== null && connection !== 'connected',
    error,
    transient,
    announcement,
    urgent,
    broken: live.broken,
  };
}
