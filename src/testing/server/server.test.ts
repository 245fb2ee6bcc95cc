import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from './server.ts';

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a server for tests', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.end());

  const names = async (token: string) => {
    const answer = await fetch(`${server.url}/game`, { headers: { authorization: token } });
    const { games } = (await answer.json()) as { games: { gameName: string }[] };
    return games.map(({ gameName }) => gameName);
  };
  const post = async (path: string, body: object, token = '') => {
    const headers = { authorization: token };
    const init = { method: 'POST', body: JSON.stringify(body), headers };
    const answer = await fetch(server.url + path, init);
    return (await answer.json()) as { authToken: string };
  };

  test('keeps its address and data when it is killed', async () => {
    const anna = { username: 'anna', password: 'p', email: 'a@example.org' };
    const { authToken } = await post('/user', anna);
    await post('/game', { gameName: 'before the kill' }, authToken);
    await server.kill();
    await server.restart();
    expect(await names(authToken)).toEqual(['before the kill']);
    expect(server.log().match(/Listening on/g)).toHaveLength(2);
    expect(await server.logged(/Local mode/)).toMatch(/Local mode/);
  });

  test('is one like a first start makes it, and removes its data at the end', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rookery-first-'));
    const databaseFile = path.join(folder, 'rookery.db');
    await using first = await startServer({ DATABASE_URL: `file:${databaseFile}` });
    expect(first.port).not.toBe(server.port);
    expect(await first.logged(/Data: SQLite/)).toMatch(
      /applied \d+ migrations, \d{14}_init to \d{14}_\w+/,
    );
    expect(await first.stop()).toBe(0);
    expect(isRunning(first.pid)).toBe(false);
    const tables = (file: string) => {
      const database = new Database(file, { readonly: true });
      const found = database.prepare('SELECT "sql" FROM "sqlite_schema" ORDER BY "name"').all();
      database.close();
      return found;
    };
    expect(tables(server.databaseFile)).toEqual(tables(databaseFile));
    expect(existsSync(first.folder)).toBe(true);
    await first.end();
    expect(existsSync(first.folder)).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });

  test('reports why a server did not start', async () => {
    await expect(startServer({ HASH_QUEUE: 'many' })).rejects.toThrow(/HASH_QUEUE/);
  });
});
