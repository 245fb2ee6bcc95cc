/** What happens on a wire. */
export interface WireEvents {
  /** It carries what is sent from now on, though perhaps not at once. */
  readonly onUp: () => void;
  /** It does not, until `onUp` is called again; it comes back by itself. */
  readonly onDown: (reason: string) => void;
  readonly onText: (text: string) => void;
}

/** Carries texts from each process to all that are connected at that moment, the sender too, and keeps none. */
export interface Wire {
  /** Resolves when it has been passed on. Rejects when it may not have been. */
  send(text: string): Promise<void>;
  /** Connects anew: what looks connected may be dead. */
  reset(): void;
  close(): Promise<void>;
}

/** Connects in the background: no event comes before this returns. */
export type OpenWire = (events: WireEvents) => Wire;
