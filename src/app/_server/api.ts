import { headers } from 'next/headers';
import { cache } from 'react';
import { type ErrorCode, isRookeryError } from '../../contract/errors/index.ts';
import { getContainer } from '../../server/container.ts';

/** Calls the API from a page, as the user whose cookie came with the request. */
export const api = cache(async () =>
  getContainer().callerFor((await headers()).get('cookie') ?? undefined),
);

/** Who is signed in; null for nobody. */
export const currentUser = cache(async () => (await api()).auth.me());

/** The origin of links to this server: as others reach it, or as this visitor does. */
export const serverOrigin = async () =>
  getContainer().publicUrl ?? `http://${(await headers()).get('host') ?? 'localhost'}`;

/** The OpenAPI document of the REST flows. */
export const openApiDocument = () => getContainer().openApi;

/** The code of a call's error; null for an error without one. */
export function errorCodeOf(error: unknown): ErrorCode | null {
  const cause = error instanceof Error ? error.cause : null;
  if (isRookeryError(error)) return error.code;
  return isRookeryError(cause) ? cause.code : null;
}
