import { parseAst } from 'vite';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Strings that no reader sees: module names, types, directives, CSS classes, and errors for developers. */
function isUnseen(node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return true;
    case 'ExpressionStatement':
      return typeof node.directive === 'string';
    case 'JSXAttribute':
      return /[cC]lassName$/.test(nameOf(node.name));
    case 'CallExpression':
      return nameOf(node.callee) === 'clsx';
    case 'NewExpression':
      return nameOf(node.callee) === 'Error';
    default:
      return /^TS(Type|Interface|Union|Literal|Template)/.test(node.type);
  }
}

const nameOf = (node: unknown): string =>
  isNode(node) && typeof node.name === 'string' ? node.name : '';

function* visible(node: Node): Generator<Node> {
  if (isUnseen(node)) return;
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* visible(child);
    }
  }
}

/** Strings that are not texts: keys of a keyboard, the product's name, a file, lists of classes and selectors. */
const names =
  /^(Enter|Escape|Home|End|Tab|Backspace|Delete|Shift|Rookery|Error|openapi\.json)$|(^|\s)[a-z]+-[\w[]|\[role=/;
/** A capitalized word, or several words. Doesn't match message keys, CSS, addresses or codes. */
const prose =
  /^[A-Z][a-z’]+[.!?…:]?$|(^|[\s“(])[A-Za-z’]{2,}[,.:;!?…]? [A-Za-z’]+|^[“(]?[A-Z][a-z’]+ /;

function textIn(node: Node): string {
  if (node.type === 'JSXText') {
    const text = String(node.value).trim();
    return /\p{L}/u.test(text) && !names.test(text) ? text : '';
  }
  const value =
    node.type === 'Literal' && typeof node.value === 'string'
      ? node.value
      : node.type === 'TemplateLiteral' && Array.isArray(node.quasis)
        ? node.quasis.map((part: Node) => (part.value as { cooked: string }).cooked).join('0')
        : '';
  return prose.test(value) && !names.test(value) ? value : '';
}

const parsed = (file: string, source: string): Node =>
  parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file) as unknown as Node;

/** Texts for people in a page's source instead of the catalogue, one per line. */
export const textsOutside = (file: string, source: string): string[] =>
  [...visible(parsed(file, source))]
    .map(textIn)
    .filter(Boolean)
    .map((text) => `${file}: ${text.trim()}`);

/** The text keys in a source, as patterns: an expression in a template matches any part of a key. */
export function namedKeys(file: string, source: string): RegExp[] {
  const keys: RegExp[] = [];
  for (const node of visible(parsed(file, source))) {
    if (node.type === 'Literal' && typeof node.value === 'string') keys.push(exactly([node.value]));
    if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) {
      const parts = node.quasis.map((part: Node) => (part.value as { cooked: string }).cooked);
      if (parts.some((part) => part !== '')) keys.push(exactly(parts));
    }
  }
  return keys;
}

const exactly = (parts: readonly string[]) =>
  new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^.]+')}$`);
