import path from 'node:path';
import { forbidden, layers, packageOwners } from './layers.ts';

const imports = /(?:from\s+|import\s+|import\()\s*['"]([^'"]+)['"]/g;

const isBelow = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

const layerOf = (file: string) =>
  layers
    .filter((layer) => isBelow(file, layer.path))
    .sort((a, b) => b.path.length - a.path.length)[0];

/**
 * The forbidden imports and uses of a file, one per line.
 * @param file its path from the project's folder, with `/`
 */
export function breachesOf(file: string, text: string): string[] {
  const layer = layerOf(file);
  if (!layer) return [`${file} belongs to no layer: say in layers.ts what it may import`];
  const found: string[] = [];
  for (const [, name = ''] of text.matchAll(imports)) {
    if (name.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), name);
      const allowed = [layer.path, ...layer.mayImport];
      if (!allowed.some((one) => isBelow(target, one))) found.push(`${file} imports ${target}`);
      continue;
    }
    for (const { name: owned, owners } of packageOwners) {
      if (owned.test(name) && !owners.some((owner) => isBelow(file, owner))) {
        found.push(`${file} imports ${name}`);
      }
    }
  }
  for (const { path: part, text: pattern, why } of forbidden) {
    if (file.startsWith(part) && pattern.test(text)) found.push(`${file}: ${why}`);
  }
  return found;
}

/**
 * Pairs of folders that import each other, one per line. A folder and its subfolders don't count: the upper one composes
 * the lower ones.
 * @param read returns a file's text
 */
export function mutualFolders(files: readonly string[], read: (file: string) => string): string[] {
  const edges = new Set<string>();
  for (const file of files) {
    const from = path.posix.dirname(file);
    for (const [, name = ''] of read(file).matchAll(imports)) {
      const to = path.posix.dirname(path.posix.join(from, name));
      if (name.startsWith('.') && !isBelow(from, to) && !isBelow(to, from)) {
        edges.add(`${from} ↔ ${to}`);
      }
    }
  }
  return [...edges].filter((edge) => {
    const [from = '', to = ''] = edge.split(' ↔ ');
    return from < to && edges.has(`${to} ↔ ${from}`);
  });
}
