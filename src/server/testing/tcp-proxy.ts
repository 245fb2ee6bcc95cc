import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a client and the server, to do to their connections what networks do. */
export interface TcpProxy {
  /** Where clients connect. */
  readonly url: string;
  /** How many connections have been opened through it so far. */
  connections(): number;
  /** Cuts every connection off at once, without a goodbye. */
  cut(): void;
  /** Sends connections that are opened from now on to another port. */
  switchTo(port: number): void;
  /** From now on what the server says is thrown away, while what clients say arrives. Until the next {@link cut}. */
  silence(): void;
  close(): Promise<void>;
}

/** @param port where the server listens, on the loopback */
export async function startProxy(port: number): Promise<TcpProxy> {
  let opened = 0;
  let silent = false;
  let target = port;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // The other side may be cut off or restarting: then this one ends too, and that is all.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    opened++;
    const upstream = connect(target, '127.0.0.1');
    keep(client);
    keep(upstream);
    client.pipe(upstream);
    upstream.on('data', (piece) => {
      if (!silent) client.write(piece);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const cut = () => {
    silent = false;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${own}`,
    connections: () => opened,
    cut,
    switchTo(other) {
      target = other;
    },
    silence() {
      silent = true;
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
