import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createGame, join, register } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const run = promisify(execFile);
const hasJava = await run('java', ['-version']).then(
  () => true,
  () => false,
);

test.skipIf(!hasJava)(
  `W-2 W-4 Java's HttpClient moves and resigns${hasJava ? '' : ' (skipped: Java is not installed)'}`,
  { timeout: 120_000 },
  async () => {
    const { url } = server();
    const { token } = await register(url, 'java');
    const gameID = await createGame(url, token);
    await join(url, token, 'WHITE', gameID);
    const program = fileURLToPath(new URL('../../testing/clients/WsGame.java', import.meta.url));
    const { stdout } = await run('java', [program, url, token, String(gameID)]);
    expect(stdout.trim().split('\n')).toEqual([
      'LOAD_GAME',
      'LOAD_GAME',
      'NOTIFICATION',
      'ERROR',
      'closed 1000',
    ]);
  },
);
