import { execFile, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../testing/server/server.ts';
import { root } from '../testing/util/root.ts';

const run = promisify(execFile);
const npm = (args: string[], cwd: string) =>
  run('npm', [...args, '--no-audit', '--no-fund'], { cwd, shell: process.platform === 'win32' });

/** Installing from the registry takes minutes. */
const MINUTES = 5 * 60_000;

describe('the client package, in an empty project', () => {
  let project: string;

  beforeAll(async () => {
    project = mkdtempSync(path.join(tmpdir(), 'rookery-client-'));
    await run(process.execPath, ['scripts/build-client.mjs'], { cwd: root });
    await npm(['pack', path.join(root, 'dist/package'), '--pack-destination', project], project);
    const archive = readdirSync(project).find((file) => file.endsWith('.tgz')) ?? '';
    const versions = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const { devDependencies, dependencies } = versions;
    const needed = {
      rookery: `file:${archive}`,
      ws: dependencies.ws,
      '@types/ws': devDependencies['@types/ws'],
      '@types/node': devDependencies['@types/node'],
      typescript: devDependencies.typescript,
    };
    write('package.json', { private: true, type: 'module', dependencies: needed });
    await npm(['install', '--prefer-offline', '--ignore-scripts'], project);
  }, MINUTES);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const write = (file: string, content: object) =>
    writeFileSync(path.join(project, file), JSON.stringify(content));

  /** Type-checks one program strictly, declarations of the packages included. @returns the compiler's errors */
  async function complaints(file: string): Promise<string> {
    const compilerOptions = {
      strict: true,
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023', 'dom'],
      types: ['node'],
      outDir: 'out',
    };
    write('tsconfig.json', { compilerOptions, files: [file] });
    const tsc = path.join(project, 'node_modules/typescript/bin/tsc');
    return run(process.execPath, [tsc, '-p', '.'], { cwd: project }).then(
      () => '',
      // tRPC's own declarations have errors under nodenext; ours must have none.
      ({ stdout }: { stdout: string }) => stdout.replace(/^node_modules\/@trpc\/.*\n/gm, ''),
    );
  }

  const trial = (name: string) =>
    copyFileSync(path.join(root, 'src/client/package-trial', name), path.join(project, name));

  test('contains no server code', () => {
    const folder = path.join(project, 'node_modules/rookery');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /server|prisma|data-access|services/.test(file))).toEqual([]);
    for (const file of files.filter((name) => /\.(js|d\.ts)$/.test(name))) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      expect(text, file).not.toMatch(/prisma|argon2|better-sqlite3|node:|DataAccess/);
    }
  });

  test('makes each wrong call a compile error', async () => {
    trial('wrong.ts');
    const lines = (await complaints('wrong.ts'))
      .split('\n')
      .filter((line) => /error TS/.test(line));
    expect(lines.map((line) => /wrong\.ts\((\d+)/.exec(line)?.[1])).toEqual(['5', '6', '7', '8']);
  });

  test('compiles the README’s example', async () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const [, lines = ''] = /<!-- client -->\n```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(lines).toContain('createRookeryClient');
    writeFileSync(path.join(project, 'readme.ts'), lines);
    expect(await complaints('readme.ts')).toBe('');
  });

  test(
    'T-1 T-2 compiles strictly and plays a game to mate across a restart of the server',
    async () => {
      trial('play.ts');
      expect(await complaints('play.ts')).toBe('');
      await using server = await startServer();
      const program = spawn(process.execPath, ['out/play.js', server.url], { cwd: project });
      const written: string[] = [];
      program.stderr.on('data', (text) => written.push(String(text)));
      for await (const line of createInterface({ input: program.stdout })) {
        written.push(line);
        if (line === 'half') {
          await server.kill();
          await server.restart();
        }
      }
      const said = written.join('\n');
      expect(written[0], said).toBe('illegal_move');
      expect(JSON.parse(written.at(-1) ?? ''), said).toEqual({
        moves: ['f3', 'e5', 'g4', 'Qh4#'],
        ending: { reason: 'checkmate', winner: 'black' },
        seen: expect.arrayContaining([3, 4, 5, 6, 7]),
      });
    },
    MINUTES,
  );
});
