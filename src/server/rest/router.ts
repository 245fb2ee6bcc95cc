import type { Route } from './route.ts';

/** The routes of a path by method, and its undecoded parameters. */
export interface Match {
  readonly routes: readonly Route[];
  readonly params: Readonly<Record<string, string>>;
}

interface Template {
  readonly parts: readonly string[];
  readonly routes: Route[];
}

const nameIn = (part: string): string | null => /^\{(\w+)\}$/.exec(part)?.[1] ?? null;

/**
 * Finds the routes of a path. Paths without parameters take precedence.
 * @returns null for an unknown path
 */
export function createRouter(routes: readonly Route[]): (path: string) => Match | null {
  const exact = new Map<string, Route[]>();
  const templates = new Map<string, Template>();
  for (const route of routes) {
    const { path } = route;
    if (!path.includes('{')) {
      exact.set(path, [...(exact.get(path) ?? []), route]);
      continue;
    }
    const template = templates.get(path) ?? { parts: path.split('/'), routes: [] };
    template.routes.push(route);
    templates.set(path, template);
  }
  return (path) => {
    const known = exact.get(path);
    if (known) return { routes: known, params: {} };
    if (templates.size === 0) return null;
    const parts = path.split('/');
    for (const template of templates.values()) {
      const params = paramsOf(template.parts, parts);
      if (params) return { routes: template.routes, params };
    }
    return null;
  };
}

function paramsOf(
  template: readonly string[],
  parts: readonly string[],
): Record<string, string> | null {
  if (template.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const expected = template[index] ?? '';
    const name = nameIn(expected);
    if (name === null ? part !== expected : part === '') return null;
    if (name !== null) params[name] = decoded(part);
  }
  return params;
}

/** An undecodable part stays as it is: the schema rejects it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
