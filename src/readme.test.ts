import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { settingsHelp } from './server/base/settings-help.ts';
import { startServer } from './testing/server/server.ts';
import { root } from './testing/util/root.ts';

const run = promisify(execFile);
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

describe('the settings', () => {
  const renew = 'out of date: run "node scripts/help.mjs --write"';

  test('stand in .env.example as the server reads them', () => {
    const file = readFileSync(path.join(root, '.env.example'), 'utf8');
    expect(file, renew).toBe(`${settingsHelp.env()}\n`);
  });

  test('stand in the README as the server reads them', () => {
    const table = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(readme)?.[1];
    expect(table, renew).toBe(settingsHelp.markdown());
  });
});

describe('the README', () => {
  test('names only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name);
    const ours = named.filter((name) => name !== 'pack' && name !== 'install');
    expect(ours.length).toBeGreaterThan(4);
    for (const name of ours) expect(Object.keys(scripts)).toContain(name);
  });

  test('shows the seven flows with lines that work as pasted', async () => {
    const lines = /<!-- flows -->\n```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    await using server = await startServer();
    const script = lines.replace(/^SERVER=.*$/m, `SERVER=${server.url}`);
    const { stdout } = await run('sh', ['-c', `${script}\necho; echo "game $GAME, token $TOKEN"`]);
    expect(stdout).toContain(
      '{"games":[{"gameID":1,"whiteUsername":"ann","blackUsername":null,"gameName":"Sunday game"}]}',
    );
    expect(stdout).toMatch(/game 1, token [\w-]{43}$/m);
    expect(stdout).not.toContain('Error');
  });

  test('shows a picture that is there', () => {
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme) ?? [];
    const png = readFileSync(path.join(root, picture));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });
});
