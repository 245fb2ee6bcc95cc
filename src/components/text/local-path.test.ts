import { describe, expect, test } from 'vitest';
import { localPath } from './local-path.ts';

describe('the path to return to after signing in', () => {
  test.each(['/', '/game/12', '/lobby?status=open#list'])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([
    undefined,
    '',
    'game/12',
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/.//example.org',
    '/\t/example.org',
    'javascript:alert(1)',
  ])('replaces %j by home', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
