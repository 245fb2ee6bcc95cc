// Generates a module from each file of texts: src/texts/en/game.json becomes src/generated/texts/game.ts, whose `gameText`
// takes a key and the arguments of its text. Messages are compiled here, so that no page loads a parser.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import compile from 'icu-minify/compile';
import { root } from './run.mjs';

const source = path.join(root, 'src/texts/en');
const target = path.join(root, 'src/generated/texts');

/**
 * Brings src/generated/texts up to date. Modules that stay the same are not touched, so that nothing is reloaded for them.
 * @throws {Error} naming the file and the key of a text that is not an ICU message; nothing is written then
 */
export function generateTexts() {
  const modules = new Map(
    readdirSync(source).map((file) => {
      const namespace = path.basename(file, '.json');
      const texts = JSON.parse(readFileSync(path.join(source, file), 'utf8'));
      return [`${namespace}.ts`, moduleOf(namespace, flat(texts))];
    }),
  );
  mkdirSync(target, { recursive: true });
  const before = readdirSync(target).filter((file) => file.endsWith('.ts'));
  for (const file of before) if (!modules.has(file)) rmSync(path.join(target, file));
  for (const [file, text] of modules) {
    const at = path.join(target, file);
    if (!before.includes(file) || readFileSync(at, 'utf8') !== text) writeFileSync(at, text);
  }
}

/**
 * `{status: {over: '…'}}` as `[['status.over', '…']]`.
 * @param {Record<string, unknown>} texts
 * @param {string} prefix
 * @returns {[key: string, text: string][]}
 */
export function flat(texts, prefix = '') {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [/** @type {[string, string]} */ ([prefix + key, value])]
      : flat(/** @type {Record<string, unknown>} */ (value), `${prefix}${key}.`),
  );
}

/**
 * @param {string} namespace
 * @param {[key: string, text: string][]} texts
 */
function moduleOf(namespace, texts) {
  const compiled = texts.map(([key, text]) => {
    try {
      const message = compile(text);
      return { key, message, types: argumentTypes(message) };
    } catch (error) {
      throw new Error(`${namespace}.json, ${key}: "${text}" is not an ICU message: ${error}`);
    }
  });
  const messages = compiled.map(
    ({ key, message }) => `  ${JSON.stringify(key)}: ${JSON.stringify(message)},`,
  );
  const types = compiled.map(({ key, types }) => {
    const fields = [...types].map(([name, type]) => `${name}: ${type}`);
    return `  ${JSON.stringify(key)}: { ${fields.join('; ')} };`;
  });
  const type = `${namespace[0]?.toUpperCase()}${namespace.slice(1)}Texts`;
  return `// Made from src/texts/en/${namespace}.json by scripts/lib/texts.mjs.
import { type Tag, translator } from '../../texts/translator.ts';

/** The keys of these texts, and the arguments that each takes. */
export interface ${type} {
${types.join('\n')}
}

export const ${namespace}Text = /* @__PURE__ */ translator<${type}>({
${messages.join('\n')}
});
`.replace('type Tag, ', types.some((line) => line.includes(': Tag')) ? 'type Tag, ' : '');
}

/** icu-minify's codes for the kinds of arguments. */
const SELECT = 1;
const DATE = 5;
const TIME = 6;

/**
 * The arguments of a compiled message by name, each with its TypeScript type.
 * @param {unknown} message text, `#` as 0, `[name]`, `[name, kind, options]` or `[tag, …children]`
 * @param {Map<string, string>} types
 */
function argumentTypes(message, types = new Map()) {
  if (Array.isArray(message)) {
    for (const node of message) if (Array.isArray(node)) addArgument(node, types);
  }
  return types;
}

/**
 * @param {unknown[]} node
 * @param {Map<string, string>} types
 */
function addArgument([name, kind, ...rest], types) {
  const argument = String(name);
  if (kind === undefined) types.set(argument, types.get(argument) ?? 'string | number');
  else if (typeof kind !== 'number' || kind === 0) {
    types.set(argument, 'Tag');
    argumentTypes([kind, ...rest], types);
  } else {
    if (kind === DATE || kind === TIME)
      throw new Error('format the date first, and pass it as text');
    const options = /** @type {Record<string, unknown>} */ (rest[0] ?? {});
    types.set(argument, kind === SELECT ? choices(options) : 'number');
    for (const option of Object.values(options)) argumentTypes(option, types);
  }
}

/**
 * The values of a select: its named cases; if `other` has a text, any other as well.
 * @param {Record<string, unknown>} options
 */
function choices({ other, ...named }) {
  const cases = Object.keys(named);
  if (cases.every((one) => one === 'true' || one === 'false')) return 'boolean';
  return other === '' ? cases.map((one) => JSON.stringify(one)).join(' | ') : 'string';
}
