/** Any class with the interface of a browser's WebSocket. */
export type WebSocketClass = new (url: string, protocols?: string | string[]) => object;

/** The part of a WebSocket that is used here. */
interface Underlying {
  binaryType: string;
  send(data: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: string, listener: (event: object) => void): void;
}

const [CONNECTING, OPEN, CLOSED] = [0, 1, 3] as const;

/** How long a connection may take to open, in milliseconds; operating systems wait for minutes. */
const OPENING_MS = 10_000;

/**
 * A WebSocket that closes at once when it is closed, fails, or doesn't open within 10 s. A native one waits for the other
 * side's close frame, up to half a minute when the network is gone; what the old connection still delivers meanwhile
 * would be mistaken for the new one's.
 * @param Native creates the underlying sockets
 */
export function fastClosing(Native: WebSocketClass): typeof globalThis.WebSocket {
  class FastCloseWebSocket extends EventTarget {
    static readonly CONNECTING = CONNECTING;
    static readonly OPEN = OPEN;
    static readonly CLOSING = 2;
    static readonly CLOSED = CLOSED;

    readyState: number = CONNECTING;
    readonly #native: Underlying;
    readonly #opening: ReturnType<typeof setTimeout>;

    constructor(url: string, protocols?: string | string[]) {
      super();
      this.#native = new Native(url, protocols) as Underlying;
      this.#opening = setTimeout(() => this.close(), OPENING_MS);
      this.#native.addEventListener('open', () => {
        if (this.readyState !== CONNECTING) return;
        clearTimeout(this.#opening);
        this.readyState = OPEN;
        this.#emit('open');
      });
      this.#native.addEventListener('message', (event) => {
        if (this.readyState === OPEN) this.#emit('message', 'data' in event ? event.data : '');
      });
      this.#native.addEventListener('error', () => this.#end());
      this.#native.addEventListener('close', () => this.#end());
    }

    set binaryType(type: string) {
      this.#native.binaryType = type;
    }

    send(data: string): void {
      if (this.readyState === OPEN) this.#native.send(data);
    }

    close(code?: number, reason?: string): void {
      if (this.readyState === CLOSED) return;
      this.#native.close(code, reason);
      this.#end();
    }

    #end(): void {
      if (this.readyState === CLOSED) return;
      clearTimeout(this.#opening);
      const failed = this.readyState === CONNECTING;
      this.readyState = CLOSED;
      if (failed) this.#emit('error');
      this.#emit('close');
    }

    #emit(type: string, data?: unknown): void {
      this.dispatchEvent(Object.assign(new Event(type), data === undefined ? {} : { data }));
    }
  }
  // tRPC uses no more of a WebSocket than this.
  return FastCloseWebSocket as unknown as typeof globalThis.WebSocket;
}
