import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Bus, Listeners } from '../bus.ts';
import { travelsOf } from '../topics.ts';
import { type Frame, readFrame, readLine, writeLine } from './frame.ts';
import { Outbox } from './outbox.ts';
import { Peers } from './peers.ts';
import type { OpenWire } from './wire.ts';

/** So many beats without hearing ourselves, and the wire is dead, whatever it looks like. */
const DEAF = 3;

/** How long closing waits for what is still to be sent, in milliseconds. */
const LAST_WORDS_MS = 1000;

/** Lines that are no messages: "tell me what you have", "I go", "I am here". */
const control = { asking: '!asking', leaving: '!leaving', beat: '!beat' } as const;

export interface SharedBusOptions {
  readonly openWire: OpenWire;
  /** How often each process makes itself heard. */
  readonly beatMs: number;
  /** Told when the other processes are no longer heard, and why, and when they are (null). */
  readonly onState: (lost: string | null) => void;
}

/** A bus between processes. */
export interface SharedBus extends Bus {
  /** Resolves when other processes are heard. */
  whenConnected(): Promise<void>;
}

/**
 * A bus over a wire that may lose things. Listeners here are told at once, as on the local bus. Whatever may have been
 * missed (the wire was away, a frame's number was skipped, a process fell silent) is made good by a `resync`; as long as
 * the wire is away there is one every beat, so that games go on through the database.
 */
export function createSharedBus({ openWire, beatMs, onState }: SharedBusOptions): SharedBus {
  const id = randomBytes(9).toString('base64url');
  const listeners = new Listeners();
  const peers = new Peers();
  const waiting = new Set<() => void>();
  let connected = false;
  let closing = false;
  /** Beats since we heard ourselves. */
  let deaf = 0;
  let resyncedThisBeat = false;
  let missed: string | null = null;

  const wire = openWire({
    onUp: () => send(control.beat),
    onDown: lose,
    onText: hear,
  });
  const outbox = new Outbox(id, wire);
  const timer = setInterval(beat, beatMs);

  function send(line: string): void {
    // After its last words nobody may think that it is still there.
    if (!closing) outbox.push(line);
  }

  /** Has everything read again; many reasons within a beat are one. */
  function resync(reason: string): void {
    if (resyncedThisBeat) {
      missed = reason;
      return;
    }
    resyncedThisBeat = true;
    missed = null;
    listeners.tell('resync', reason);
  }

  function lose(reason: string): void {
    outbox.drop();
    if (!connected) return;
    connected = false;
    onState(reason);
  }

  function hearOurselves(): void {
    deaf = 0;
    if (connected) return;
    connected = true;
    onState(null);
    peers.forgive();
    resync('connected');
    send(control.asking);
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  function hear(text: string): void {
    const frame = readFrame(text);
    if (!frame) resync('something unreadable came');
    else if (frame.id === id) hearOurselves();
    else hearPeer(frame);
  }

  function hearPeer(frame: Frame): void {
    if (peers.heard(frame)) {
      resync('messages were lost');
      send(control.asking);
    }
    for (const line of frame.lines) hearLine(frame.id, line);
  }

  function hearLine(from: string, line: string): void {
    if (line === control.beat) return;
    if (line === control.asking) {
      listeners.tell('peers', { type: 'asking' });
      return;
    }
    if (line === control.leaving) {
      peers.left(from);
      listeners.tell('peers', { type: 'left', id: from });
      return;
    }
    const { topic, json } = readLine(line);
    if (!listeners.has(topic)) return; // most messages, in a process that holds few of the games
    const travels = travelsOf(topic);
    if (!travels || travels.reach === 'here') return;
    const message = travels.schema.safeParse(parse(json));
    if (message.success) listeners.tell(topic, message.data);
    else resync(`something wrong came about ${topic}`);
  }

  function beat(): void {
    resyncedThisBeat = false;
    deaf++;
    if (connected && deaf > DEAF) {
      lose('no answer');
      wire.reset();
    } else if (!connected && deaf % (2 * DEAF) === 0) wire.reset();
    if (connected) {
      const { silent, gone } = peers.beat();
      if (silent) missed ??= 'a process is silent';
      for (const peer of gone) listeners.tell('peers', { type: 'left', id: peer });
    } else missed = 'not connected';
    if (missed) resync(missed);
    send(control.beat);
  }

  return {
    id,
    alone: false,
    get connected() {
      return connected;
    },
    whenConnected: () =>
      new Promise((resolve) => {
        if (connected) resolve();
        else waiting.add(resolve);
      }),
    publish(topic, message) {
      const reach = travelsOf(topic)?.reach;
      if (reach !== 'elsewhere') listeners.tell(topic, message);
      if (reach !== 'here') send(writeLine(topic, message));
    },
    publishHere: listeners.tell,
    subscribe: listeners.add,
    async close() {
      clearInterval(timer);
      send(control.leaving);
      closing = true;
      // A wire that hangs must not hold up the end.
      const tooLong = delay(LAST_WORDS_MS, null, { ref: false });
      await Promise.race([outbox.sent(), tooLong]);
      await wire.close();
    },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
