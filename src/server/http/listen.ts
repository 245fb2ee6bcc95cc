import type { Server } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import type { Log } from '../base/log.ts';
import type { Settings } from '../base/settings.ts';

/** The listeners of a server. */
export interface Listening {
  readonly port: number;
  /** The addresses; the first is that of the setting. */
  readonly hosts: readonly string[];
  /** Closes the listeners of all addresses but the first. */
  close(): void;
}

const IPV4 = '127.0.0.1';
const IPV6 = '::1';

/** The machine has no IPv6, or none on its loopback interface. */
const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/**
 * Listens at the configured address; in local mode at both loopback addresses if IPv6 is available, because some
 * programs resolve `localhost` to `::1` first.
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
  // The second listener passes its connections to the one HTTP server.
  const second = createServer((socket) => server.emit('connection', socket));
  try {
    await listenAt(second, other, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // With port 0, the free port found on the first address may be in use on the other.
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
