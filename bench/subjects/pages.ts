import { gzipSync } from 'node:zlib';
import { type Served, startRookery } from '../lib/processes.ts';
import { below, type Setting, type Subject } from '../lib/subject.ts';
import { digits, type Report, type Row } from '../lib/table.ts';
import { vitals } from './vitals.ts';

/** P-9, in kB of 1,000 bytes. Game 1 is a running one. */
const pages = [
  { name: 'home', path: '/', mostKB: 150 },
  { name: 'lobby', path: '/lobby', mostKB: null },
  { name: 'game page', path: '/game/1', mostKB: 200 },
] as const;

/** The cost of opening a page: the initial bundle, and the time until it is visible and usable. */
export const opening: Subject = async (setting) => {
  const loaded = await firstLoad(setting);
  const seen = await vitals(setting, pages);
  return { rows: [...loaded.rows, ...seen.rows], goals: [...loaded.goals, ...seen.goals] };
};

/** The size of the JavaScript that a page's HTML loads at once, compressed as on the wire. */
async function firstLoad({ databases }: Setting): Promise<Report> {
  const rookery = await startRookery(
    await databases.copy({ users: 100, games: 100, kind: 'mixed' }),
  );
  const found: { name: string; kB: number; mostKB: number | null; scripts: number }[] = [];
  for (const { name, path, mostKB } of pages) {
    const scripts = await scriptsOf(rookery, path);
    const sizes = await Promise.all(scripts.map((src) => compressedBytes(rookery, src)));
    const kB = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
    found.push({ name, kB, mostKB, scripts: scripts.length });
  }
  await rookery.stop();
  return {
    rows: found.map(
      ({ name, kB, scripts }, index): Row => ({
        subject: index === 0 ? 'first load' : '',
        who: name,
        note: `${digits(kB)} kB of JavaScript, gzip, in ${scripts} files`,
      }),
    ),
    goals: found.flatMap(({ name, kB, mostKB }) =>
      mostKB === null
        ? []
        : [below('P-9', `${name}, JavaScript`, { found: kB, limit: mostKB, unit: ' kB' })],
    ),
  };
}

/** Browsers with modules don't load the `nomodule` scripts. */
async function scriptsOf({ port }: Served, path: string): Promise<string[]> {
  const html = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g) ?? [];
  const modern = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  return [...new Set(modern.map((tag) => /\bsrc="([^"]*)"/.exec(tag)?.[1] ?? ''))];
}

async function compressedBytes({ port }: Served, src: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${src}`);
  if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
  return gzipSync(new Uint8Array(await answer.arrayBuffer())).length;
}
