import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPageTest } from '../../server/http/pages.ts';
import { root } from '../util/root.ts';
import { breachesOf, mutualFolders } from './breaches.ts';

/** The product's sources, without tests and generated files. */
const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.split(path.sep).join('/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|testing)\.tsx?$/.test(file))
  .filter((file) => !/^src\/(generated|testing|client\/package-trial)\//.test(file));

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the direction of imports', () => {
  test('is kept by every source', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap((file) => breachesOf(file, read(file)))).toEqual([]);
  });

  test.each([
    ['src/contract/game/index.ts', "import { play } from '../../rules/index.ts';"],
    ['src/rules/record.ts', "import { x } from '../../server/game/state.ts';"],
    ['src/review/a.ts', "import { x } from '../server/game/state.ts';"],
    ['src/rules/a.ts', "import { x } from '../review/review.ts';"],
    ['src/review/a.ts', 'const now = Date.now();'],
    ['src/server/services/a.ts', "import { y } from '../rest/routes.ts';"],
    ['src/server/services/a.ts', "import { PrismaClient } from '@prisma/client';"],
    ['src/server/live/a.ts', "const db = await import('../services/services.ts');"],
    ['src/server/rest/a.ts', "import type { DataAccess } from '../data-access/data-access.ts';"],
    ['src/server/game/a.ts', "import type { Bus } from '../live/bus/bus.ts';"],
    ['src/components/a.tsx', "import { z } from '../../server/base/settings.ts';"],
    ['src/components/a.tsx', "export * from '../../app/page.tsx';"],
    ['src/app/page.tsx', "import { compose } from '../../server/compose.ts';"],
    ['src/client/index.ts', "import { TRPCError } from '@trpc/server';"],
    ['src/server/live/a.ts', 'const now = Date.now();'],
    ['src/server/data-access/a.ts', 'await client.$transaction(async (tx) => tx.user.count());'],
    ['src/server/live/feeds/a.ts', 'export class TeamFeed {}'],
    ['src/elsewhere/a.ts', ''],
  ])('a breach in %s is found: %s', (file, text) => {
    expect(breachesOf(file, text)).toHaveLength(1);
  });

  test.each([
    ['src/rules/record.ts', "import type { PlayedMove } from '../contract/game/index.ts';"],
    ['src/server/services/a.ts', "import { authenticate } from './authenticate.ts';"],
    ['src/server/services/a.ts', "import { reviewOf } from '../../review/review.ts';"],
    ['src/app/game/[gameID]/page.tsx', "import { api } from '../../_server/api.ts';"],
  ])('%s may say: %s', (file, text) => {
    expect(breachesOf(file, text)).toEqual([]);
  });
});

test('every page of src/app is known to the server, which otherwise answers with JSON', () => {
  const isPage = createPageTest(path.join(root, 'public'));
  const pages = sources
    .filter((file) => /^src\/app\/.*page\.tsx$/.test(file))
    .map((file) => file.replace(/^src\/app|\/page\.tsx$/g, '').replace(/\[\w+\]/g, 'x') || '/');
  expect(pages).toContain('/game/x');
  expect(pages.filter((page) => !isPage(page))).toEqual([]);
});

test('no two folders of the server import each other', () => {
  const server = sources.filter((file) => file.startsWith('src/server/'));
  expect(mutualFolders(server, read)).toEqual([]);
});

test('no folder has more than 15 sources', () => {
  const sizes = new Map<string, number>();
  for (const file of sources) {
    const folder = path.dirname(file);
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  expect([...sizes].filter(([, size]) => size > 15)).toEqual([]);
});

test('no source is longer than 400 lines', () => {
  const long = sources.filter((file) => read(file).split('\n').length > 400);
  expect(long).toEqual([]);
});

test('pages use only the colour tokens, none of Tailwind’s colours', () => {
  const named =
    /(?<![\w-])(?:bg|text|border|fill|stroke|ring|outline|divide|shadow|from|to)-(?:black|white|gray|slate|zinc|stone|red|amber|yellow|green|teal|blue)(?:-\d+)?(?:\/\d+)?(?![\w-])/g;
  const found = sources
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...read(file).matchAll(named)].map(([name]) => `${file}: ${name}`));
  expect(found).toEqual([]);
});
