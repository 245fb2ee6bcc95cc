import type { Server } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import type { Log } from '../base/log.ts';
import type { Settings } from '../base/settings.ts';

/** The addresses of a server. */
export interface Listening {
  readonly port: number;
  /** The addresses, the first as in the setting. */
  readonly hosts: readonly string[];
  /** Stops accepting connections at all addresses but the first. */
  close(): void;
}

const IPV4 = '127.0.0.1';
const IPV6 = '::1';

/** Error codes of a machine without IPv6, or without it on the loopback. */
const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/**
 * Listens as the settings say. In local mode that is both loopback addresses, where IPv6 exists: programs that resolve
 * `localhost` to `::1` first reach the server too.
 * @throws the system's error, such as EADDRINUSE
 */
export async function listen(server: Server, settings: Settings, log: Log): Promise<Listening> {
  const { HOST, PORT, mode } = settings;
  const both = mode === 'local' && [IPV4, IPV6, 'localhost'].includes(HOST);
  const host = both && HOST === 'localhost' ? IPV4 : HOST;
  await listenAt(server, host, PORT);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : PORT;
  if (!both) return { port, hosts: [host], close() {} };

  const other = host === IPV4 ? IPV6 : IPV4;
  // One HTTP server with connections from two listeners.
  const second = createServer((socket) => server.emit('connection', socket));
  try {
    await listenAt(second, other, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // PORT=0 chose a port that is in use at the other address.
    const mayGoWithout = absent.has(code) || (PORT === 0 && code === 'EADDRINUSE');
    if (!mayGoWithout) throw error;
    log.debug(`Not listening on ${other}: ${code}`);
    return { port, hosts: [host], close() {} };
  }
  return { port, hosts: [host, other], close: () => second.close() };
}

function listenAt(server: NetServer | Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
