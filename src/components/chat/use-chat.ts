'use client';

import { useEffect, useRef, useState } from 'react';
import { roomsFor } from '../../contract/chat/chat-rooms.ts';
import type { ChatMessage, ChatRoom } from '../../contract/chat/index.ts';
import type { GameView } from '../../contract/game/index.ts';
import { useRemembered } from '../hooks/use-remembered.ts';
import { type RelationsState, useRelations } from './use-relations.ts';
import { type Room, useRoom } from './use-room.ts';

export interface ChatModel {
  readonly game: GameView;
  /** The reader; null for a visitor who is not signed in. */
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

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The number of the last message of a room that this tab has shown; 0 for none. */
const useLastRead = (key: string) => useRemembered(key, 0, isNumber, 'sessionStorage');

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
  const [readPlayers, setReadPlayers] = useLastRead(`${key}.players`);
  const [readSpectators, setReadSpectators] = useLastRead(`${key}.spectators`);
  const shown = (room: Room, read: number): ShownRoom => {
    const messages = room.messages.filter(isShown);
    const isNew = (message: ChatMessage) => message.number > read && !own(message);
    return { ...room, messages, unread: messages.filter(isNew).length };
  };
  const rooms = [shown(players, readPlayers), shown(spectators, readSpectators)].filter(
    ({ room }) => allowed.includes(room),
  );
  const current = rooms.find(({ room }) => room === chosen) ?? rooms[0];

  const last = current?.messages.at(-1)?.number;
  const inPlayers = current?.room === 'players';
  const read = inPlayers ? readPlayers : readSpectators;
  const setRead = inPlayers ? setReadPlayers : setReadSpectators;
  useEffect(() => {
    if (visible && last !== undefined && last !== read) setRead(last);
  }, [visible, last, read, setRead]);

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
