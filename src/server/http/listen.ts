import type { Server } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import type { Log } from '../base/log.ts';
import type { Settings } from '../base/settings.ts';

/** Where a server listens. */
export interface Listening {
  readonly port: number;
  /** The addresses, the first one as the setting names it. */
  readonly hosts: readonly string[];
  /** Takes no more connections at the addresses besides the first. */
  close(): void;
}

const IPV4 = '127.0.0.1';
const IPV6 = '::1';

/** This machine has no IPv6, or not on its loopback. */
const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/**
 * Listens where the settings say. In local mode that is both loopback addresses, where there is IPv6: programs that
 * resolve `localhost` to `::1` first get an answer too.
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
  // One HTTP server, whose connections come from two listeners.
  const second = createServer((socket) => server.emit('connection', socket));
  try {
    await listenAt(second, other, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // A free port was asked for, and the other address has it in use.
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
