/** The callbacks of a wire. */
export interface WireEvents {
  /** The wire is connected, though the first texts may still be delayed. */
  readonly onUp: () => void;
  /** The wire is down until `onUp` is called again; it reconnects by itself. */
  readonly onDown: (reason: string) => void;
  readonly onText: (text: string) => void;
}

/** Broadcasts texts to all connected processes, the sender included. It stores none. */
export interface Wire {
  /** Resolves when the text was accepted for broadcast. Rejects when that is unknown. */
  send(text: string): Promise<void>;
  /** Reconnects: a connection that looks open may be dead. */
  reset(): void;
  close(): Promise<void>;
}

/** Connects in the background: no callback is called before this returns. */
export type OpenWire = (events: WireEvents) => Wire;
