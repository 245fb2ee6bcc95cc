/**
 * Where to go after signing in: a path on this site, or home. Anything that a browser could take for another site
 * (`//elsewhere`, `/\elsewhere`, `https:`) is dropped.
 */
export function localPath(next: string | readonly string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/';
  const base = 'http://rookery.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  // `/.//elsewhere` has a pathname that begins with `//`.
  if (url?.origin !== base || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
