'use client';

import { useEffect, useRef, useState } from 'react';
import { roomsFor } from '../../contract/chat/chat-rooms.ts';
import type { ChatMessage, ChatRoom } from '../../contract/chat/index.ts';
import type { GameView } from '../../contract/game/index.ts';
import { useRemembered } from './remembered.ts';
import { type RelationsState, useRelations } from './use-relations.ts';
import { type Room, useRoom } from './use-room.ts';

export interface ChatModel {
  readonly game: GameView;
  /** Who is looking; null for somebody not signed in. */
  readonly username: string | null;
}

/** A room as its tab shows it. */
export interface ShownRoom extends Room {
  /** Messages that the reader has not had on the screen. */
  readonly unread: number;
}

export interface Chat {
  /** The rooms that the reader may be in; none in games against the computer. */
  readonly rooms: readonly ShownRoom[];
  readonly current: ShownRoom | undefined;
  readonly choose: (room: ChatRoom) => void;
  readonly relations: RelationsState;
  /** The last message by another user since the page was hydrated, for a live region. */
  readonly announcement: string;
  /** The outcome of the reader's last action besides writing. */
  readonly note: string;
  readonly setNote: (note: string) => void;
}

/** Messages that arrive this soon after hydration are old ones, which are not announced. In ms. */
const SETTLE_MS = 1500;

/** @param visible whether the messages are on the screen */
export function useChat({ game, username }: ChatModel, visible: boolean): Chat {
  const { gameID } = game;
  const allowed = roomsFor(game, username);
  const [chosen, choose] = useState<ChatRoom>('players');
  const [note, setNote] = useState('');
  const [announcement, setAnnouncement] = useState('');
  const settled = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.current = true;
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);

  const announce = (message: ChatMessage) => {
    if (!settled.current || message.username === username) return;
    setAnnouncement(`${message.username}: ${message.text}`);
  };
  const players = useRoom(gameID, 'players', allowed.includes('players'), announce);
  const spectators = useRoom(gameID, 'spectators', allowed.includes('spectators'), announce);
  const relations = useRelations(
    username !== null,
    () => {
      players.reload();
      spectators.reload();
    },
    setNote,
  );

  const isShown = (message: ChatMessage) => !relations.has(message.username);
  const own = ({ username: author }: ChatMessage) => author === username;
  const key = `rookery.chat.${gameID}`;
  const [readPlayers, rememberPlayers] = useRemembered('sessionStorage', `${key}.players`);
  const [readSpectators, rememberSpectators] = useRemembered('sessionStorage', `${key}.spectators`);
  const shown = (room: Room, read: string | null): ShownRoom => {
    const messages = room.messages.filter(isShown);
    const isNew = (message: ChatMessage) => message.number > Number(read ?? 0) && !own(message);
    return { ...room, messages, unread: messages.filter(isNew).length };
  };
  const rooms = [shown(players, readPlayers), shown(spectators, readSpectators)].filter(
    ({ room }) => allowed.includes(room),
  );
  const current = rooms.find(({ room }) => room === chosen) ?? rooms[0];

  const last = current?.messages.at(-1)?.number;
  const remember = current?.room === 'players' ? rememberPlayers : rememberSpectators;
  useEffect(() => {
    if (visible && last !== undefined) remember(String(last));
  });

  return {
    rooms,
    current: current && visible ? { ...current, unread: 0 } : current,
    choose,
    relations,
    announcement,
    note,
    setNote,
  };
}
