import { chmodSync, statSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { register } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

describe('local mode', () => {
  test.skipIf(!hasIPv6)('Access: the server answers on both loopback addresses', async () => {
    const { port } = server();
    await server().logged(/Listening on 127\.0\.0\.1 port \d+, also on ::1/);
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
      expect((await fetch(`http://${host}:${port}/openapi.json`)).status).toBe(200);
    }
  });

  test.skipIf(process.platform === 'win32')(
    'only the owner may read the SQLite files; wider permissions are corrected and logged',
    async () => {
      const { databaseFile } = server();
      await register(server().url, 'anna');
      const rights = () =>
        [databaseFile, `${databaseFile}-wal`, `${databaseFile}-shm`, `${databaseFile}.lock`].map(
          (file) => statSync(file).mode & 0o777,
        );
      chmodSync(databaseFile, 0o644);
      await server().restart();
      await server().logged(/made \S*rookery\.db readable by its owner alone/);
      await register(server().url, 'berta');
      expect(rights()).toEqual([0o600, 0o600, 0o600, 0o600]);
    },
  );
});
