import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Fate } from './troubles.ts';

/** A proxy between a client and the server that simulates faults of networks. */
export interface TcpProxy {
  /** Where clients connect. */
  readonly url: string;
  /** How many connections were opened through it so far. */
  connections(): number;
  /** Resets every connection at once. */
  cut(): void;
  /** Sends connections that are opened from now on to another port. */
  switchTo(port: number): void;
  /** From now on discards the server's data, while clients' data arrives. Until the next {@link cut}. */
  silence(): void;
  /** From now on all data of the open connections is lost, without an error. */
  stall(): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** How long a connection with the fate `stalls` stays open before it is reset, in milliseconds. */
const STALL_MS = 60;

/**
 * @param port where the server listens, on the loopback
 * @param fateOf decides the fate of each chunk of data, in either direction
 */
export async function startProxy(
  port: number,
  fateOf: (from: 'client' | 'server') => Fate = () => 'passes',
): Promise<TcpProxy> {
  let opened = 0;
  let silent = false;
  let target = port;
  const sockets = new Set<Socket>();
  const stalled = new WeakSet<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // The other side may be cut off or restarting: then this side ends too.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const carry = (side: 'client' | 'server', from: Socket, to: Socket) => {
    const reset = () => {
      from.resetAndDestroy();
      to.resetAndDestroy();
    };
    from.on('data', (chunk) => {
      if ((silent && side === 'server') || stalled.has(from)) return;
      const fate = fateOf(side);
      if (fate === 'lost') return reset();
      if (fate === 'stalls') {
        stalled.add(from).add(to);
        setTimeout(reset, STALL_MS);
        return;
      }
      to.write(chunk, () => {
        if (fate === 'last') reset();
        if (fate !== 'parting') return;
        from.end();
        to.end();
      });
    });
    from.on('close', () => to.destroy());
  };
  const server = createServer((client) => {
    opened++;
    const upstream = connect(target, '127.0.0.1');
    keep(client);
    keep(upstream);
    carry('client', client, upstream);
    carry('server', upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const cut = () => {
    silent = false;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const proxy: TcpProxy = {
    url: `http://127.0.0.1:${own}`,
    connections: () => opened,
    cut,
    switchTo(other) {
      target = other;
    },
    silence() {
      silent = true;
    },
    stall() {
      for (const socket of sockets) stalled.add(socket);
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
    [Symbol.asyncDispose]: () => proxy.close(),
  };
  return proxy;
}
