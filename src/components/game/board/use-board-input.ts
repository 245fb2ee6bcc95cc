'use client';

import { useMemo, useState } from 'react';
import { turnOf } from '../../../contract/game/chess-time.ts';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import {
  isPromotion,
  legalDests,
  legalDrops,
  type PocketRole,
  startRecord,
} from '../../../rules/index.ts';
import { errorOf } from '../../api/connection.ts';
import type { Role } from '../../board/placement.ts';
import { readSetting } from '../../settings/settings.ts';
import { dropOf } from './letters.ts';
import { isOpen, type PendingMove, pendingMove } from './pending-move.ts';
import { type Plan, plannedDrops, planOf, premoveUci, readPremove } from './premoves.ts';
import type { Promotion } from './promotion-dialog.tsx';
import { readMove } from './read-move.ts';
import type { MoveSender } from './use-move-sender.ts';
import { usePremoves } from './use-premoves.ts';

/** The moves that the reader can make now, on the board and by typing. */
export interface BoardInput {
  /** The legal targets of each piece; null while the reader may not move. */
  readonly dests: ReadonlyMap<string, readonly string[]> | null;
  /** The position after the premoves; null while the reader can't premove. */
  readonly plan: Plan | null;
  /** The number of premoves. */
  readonly premoves: number;
  readonly clearPremoves: () => void;
  /** A pawn that waits for its new piece. */
  readonly promotion: Promotion | null;
  /** A move that waits for its confirmation; null for none. */
  readonly draft: PendingMove | null;
  /** Sends the draft, or takes it back. */
  readonly confirm: (yes: boolean) => void;
  /** Makes a move: plays it, adds it to the premoves, or asks for the promotion first. */
  readonly move: (from: string, to: string) => void;
  /** Where a piece from the reader's pocket may be dropped, now or as a premove. */
  readonly dropSquares: (role: PocketRole) => string[];
  /** Drops a piece from the pocket. */
  readonly drop: (role: Role, square: string) => void;
  /** Makes a typed move; returns its error, or null if it was accepted. */
  readonly typeMove: (text: string) => string | null;
  /** The new piece of {@link promotion}, or null to leave the pawn where it was. */
  readonly promote: (letter: string | null) => void;
}

export interface BoardInputParts {
  /** The game without a pending move. */
  readonly live: GameView;
  /** The game with the reader's pending move. */
  readonly game: GameView;
  readonly seats: readonly Color[];
  readonly sender: MoveSender;
  /** Whether the board shows the present position. */
  readonly present: boolean;
  readonly onError: (message: string | null) => void;
  /** Resets every piece on the board. */
  readonly redraw: () => void;
  /** Makes a screen reader say a text. */
  readonly announce: (text: string) => void;
}

export function useBoardInput(parts: BoardInputParts): BoardInput {
  const { live, game, seats, sender, present, onError, redraw, announce } = parts;
  const { pending, play } = sender;
  const { variant, timeControl } = game.setup;
  const [promotion, setPromotion] = useState<(Promotion & { ply: number }) | null>(null);
  const [drafted, setDraft] = useState<PendingMove | null>(null);
  const own = seats.length === 1 ? (seats[0] ?? null) : null;
  const turn = turnOf(game.fen);
  const ply = game.moves.length;
  const draft = drafted && !pending && isOpen(drafted, game) ? drafted : null;

  const { queue, add, clear } = usePremoves({
    game: live,
    own,
    busy: pending !== null,
    send: (uci) => play(uci, true),
    say: announce,
  });

  // With a clock, play begins when both seats are taken; without one, the side to move may move before (W-7).
  const begun =
    game.status === 'playing' || (game.status === 'open' && timeControl.type === 'unlimited');
  const mine = begun && !pending && seats.includes(turn);
  const mayMove = mine && !draft && present;
  const dests = useMemo(
    () => (mayMove ? legalDests(game.fen, variant) : null),
    [mayMove, game.fen, variant],
  );
  const planning = game.status === 'playing' && turn !== own;
  const wholePlan = useMemo(
    () => (planning && own ? planOf(game.fen, own, queue, variant) : null),
    [planning, own, game.fen, queue, variant],
  );
  const plan = present ? wholePlan : null;

  const planMove = (uci: string): void => {
    add(uci);
    announce(gameText('premoves.set', { uci }));
  };
  const submit = (uci: string): void => {
    if (!readSetting('confirmMoves')) {
      play(uci);
      return;
    }
    try {
      setDraft(pendingMove(game, uci, { premove: false, sentAtMs: null }));
    } catch (error) {
      onError(errorOf(error).message);
      redraw();
    }
  };
  const move = (from: string, to: string): void => {
    onError(null);
    if (plan) planMove(premoveUci(plan, from, to));
    else if (!isPromotion(game.fen, from, to)) submit(from + to);
    else if (readSetting('autoQueen')) submit(`${from}${to}q`);
    else setPromotion({ color: turn, from, to, ply });
  };
  const dropSquares = (role: PocketRole): string[] => {
    if (plan && own) return plannedDrops(plan, own, role);
    return mayMove ? legalDrops(startRecord(game.fen, variant), role) : [];
  };

  /** Typed premoves are accepted also while the board shows an earlier position. */
  function typePremove(text: string): string | null {
    if (!wholePlan || !own) return gameText('moveInput.opponentsTurn');
    const uci = readPremove(wholePlan, own, text.trim());
    if (uci === null) return gameText('moveInput.premoveHint');
    planMove(uci);
    return null;
  }

  return {
    dests,
    plan,
    premoves: queue.length,
    clearPremoves: clear,
    promotion: promotion?.ply === ply && mine ? promotion : null,
    draft,
    confirm(yes) {
      setDraft(null);
      if (draft && yes) play(draft.uci);
      else redraw();
    },
    move,
    dropSquares,
    drop(role, square) {
      onError(null);
      if (role === 'king' || !dropSquares(role).includes(square)) {
        onError(gameText('board.cantDrop'));
        return redraw();
      }
      const uci = dropOf(role, square);
      if (plan) planMove(uci);
      else submit(uci);
    },
    typeMove(text) {
      if (game.status === 'finished') return gameText('moveInput.over');
      if (!begun) return gameText('moveInput.notStarted');
      if (!mine) return typePremove(text);
      const read = readMove(game.fen, text, variant);
      switch (read.type) {
        case 'move':
          setDraft(null);
          play(read.uci);
          return null;
        case 'promotion':
          setPromotion({ color: turn, from: read.from, to: read.to, ply });
          return null;
        case 'ambiguous':
          return gameText('moveInput.ambiguous', { moves: read.options.join(', ') });
        case 'unknown':
          return gameText('moveInput.illegal', { text: text.trim() });
        default:
          return read satisfies never;
      }
    },
    promote(letter) {
      setPromotion(null);
      if (promotion && letter) submit(promotion.from + promotion.to + letter);
      else redraw();
    },
  };
}
