import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { flat } from '../../../scripts/lib/texts.mjs';
import { errorTable } from '../../contract/errors/index.ts';
import { root } from '../util/root.ts';
import { namedKeys, textsOutside } from './texts.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

const filesIn = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => /(?<!\.(test|testing))\.tsx?$/.test(file) && !file.endsWith('/testing.ts'));

// The API reference shows the contract's schemas, in English.
const pages = [...filesIn('src/components'), ...filesIn('src/app')].filter(
  (file) => !file.startsWith('src/components/docs/'),
);

test('every text of the pages is in the catalogue', () => {
  expect(pages.length).toBeGreaterThan(200);
  expect(pages.flatMap((file) => textsOutside(file, read(file)))).toEqual([]);
});

test('every text of the catalogue is used', () => {
  const sources = ['src/components', 'src/app', 'src/contract', 'src/rules', 'src/server']
    .flatMap(filesIn)
    .map((file) => ({ file, text: read(file) }));
  const unused = readdirSync(path.join(root, 'src/texts/en')).flatMap((file) => {
    const namespace = path.basename(file, '.json');
    const users = sources.filter(({ text }) => text.includes(`/${namespace}.ts`));
    // Error texts are looked up by code.
    const named =
      namespace === 'errors'
        ? Object.keys(errorTable).map((code) => new RegExp(`^${code}$`))
        : users.flatMap(({ file, text }) => namedKeys(file, text));
    const keys = flat(JSON.parse(read(`src/texts/en/${file}`))).map(([key]) => key);
    return keys
      .filter((key) => !named.some((one) => one.test(key)))
      .map((key) => `${file}: ${key}`);
  });
  expect(unused).toEqual([]);
});

test.each([
  ['<p>Nobody is here</p>', 1],
  ['<p title="Close">{name}</p>', 1],
  ["const text = over ? 'Game over' : 'by checkmate';", 2],
  ['const text = `she proposes a takeback`;', 1],
  ['<p className="block truncate">{gameText(`over.now`)}</p>', 0],
  ["import x from './Some file'; throw new Error('No such thing');", 0],
])('%s: %d texts outside the catalogue', (source, count) => {
  expect(textsOutside('a.tsx', source)).toHaveLength(count);
});
