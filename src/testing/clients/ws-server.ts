import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { createLog } from '../../server/base/log.ts';
import { createWsHandler } from '../../server/ws/ws-handler.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import type { TestServices } from '../games/services.ts';
import type { TestUser } from './rest-client.ts';

/** The `/ws` transport of one server process, within the test's own process. */
export interface WsTestServer {
  /** For `openWs`. */
  readonly url: string;
  /** The server's ends of the sockets, in the order of their opening. */
  readonly sockets: readonly Duplex[];
  end(): void;
}

/** Listens on a Unix socket: the system buffers little there for a client that doesn't read. */
export async function wsTestServerOn(
  app: TestServices,
  db: DatabaseFixture,
): Promise<WsTestServer> {
  const { services, liveGames, bus } = app;
  const handler = createWsHandler({
    services,
    liveGames,
    bus,
    now: () => db.nowMs,
    log: createLog('error'),
  });
  const http = createServer();
  const sockets: Duplex[] = [];
  http.on('upgrade', (request, socket, head) => {
    sockets.push(socket);
    handler.upgrade(request, socket, head);
  });
  const address = path.join(tmpdir(), `rookery-${randomUUID()}.sock`);
  http.listen(address);
  await once(http, 'listening');
  return {
    url: `ws+unix:${address}:`,
    sockets,
    end() {
      for (const socket of sockets) socket.destroy();
      http.close();
    },
  };
}

/** A user with a session. */
export async function userAt({ dataAccess }: DatabaseFixture, username: string): Promise<TestUser> {
  await dataAccess.createUser(username, 'hash', `${username}@example.org`);
  return { username, password: '', token: await dataAccess.createAuth(username) };
}
