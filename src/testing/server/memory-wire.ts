import type { OpenWire, WireEvents } from '../../server/live/bus/redis/wire.ts';

/** A wire between the buses of one test: ordered, and as reliable as the test sets it. */
export interface MemoryWire {
  readonly open: OpenWire;
  /** Everything that was sent, lost or not. */
  readonly sent: readonly string[];
  /** While set, messages are lost without an error. */
  lossy: boolean;
  /** Disconnects everyone. */
  down(): void;
  /** Reconnects everyone. */
  up(): void;
  /** From now on loses messages of the bus with this id; of none when empty. */
  silence(id: string): void;
  /** Sends a message as another program would. */
  inject(text: string): void;
}

export function memoryWire(): MemoryWire {
  const ends = new Set<WireEvents>();
  const sent: string[] = [];
  let isUp = true;
  let silent = '';
  const wire: MemoryWire = {
    sent,
    lossy: false,
    open(events) {
      ends.add(events);
      if (isUp) setImmediate(events.onUp);
      return {
        async send(text) {
          sent.push(text);
          if (!isUp) throw new Error('down');
          const isSilent = silent !== '' && text.startsWith(`rookery1 ${silent} `);
          if (!wire.lossy && !isSilent) wire.inject(text);
        },
        reset() {},
        async close() {
          ends.delete(events);
        },
      };
    },
    down() {
      isUp = false;
      for (const end of ends) end.onDown('cut');
    },
    up() {
      isUp = true;
      for (const end of ends) end.onUp();
    },
    silence(id) {
      silent = id;
    },
    inject(text) {
      for (const end of ends) setImmediate(() => end.onText(text));
    },
  };
  return wire;
}
