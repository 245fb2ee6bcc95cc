import { expect } from 'vitest';
import { request, sendRaw } from './raw-http.ts';

/** The result of a REST call. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body's JSON; its text if it is not JSON. */
  readonly body: unknown;
}

export interface RestInput {
  readonly token?: string;
  /** Sent as JSON; strings and bytes are sent unchanged. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Makes one call like a terminal client: without a content type unless one is given. */
export async function rest(
  url: string,
  method: Method,
  path: string,
  { token, body, headers = {} }: RestInput = {},
): Promise<RestAnswer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const sent = raw || body === undefined ? body : JSON.stringify(body);
  const answer = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: { ...(token !== undefined && { authorization: token }), ...headers },
    // A Blob without a type keeps fetch from adding a content type.
    ...(sent !== undefined && { body: new Blob([sent as string]) }),
  });
  return { status: answer.status, headers: answer.headers, body: parsed(await answer.text()) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Expects an error as in R-ERR-1: this status, `{"message":"Error: …"}` and nothing else. */
export function expectError(
  answer: RestAnswer,
  status: number,
  message: string | RegExp = /^Error: /,
): void {
  expect(answer).toMatchObject({ status, body: { message: expect.stringMatching(/^Error: /) } });
  expect(answer.body).toEqual({ message: expect.stringMatching(message) });
  expect(answer.headers.get('content-type')).toMatch(/^application\/json(;|$)/);
}

/** A registered user. */
export interface TestUser {
  readonly username: string;
  readonly password: string;
  readonly token: string;
}

/** Registers a user with a password that public mode accepts too. */
export async function register(url: string, username: string): Promise<TestUser> {
  const password = 'one rook too many';
  const body = { username, password, email: `${username}@example.org` };
  const answer = await rest(url, 'POST', '/user', { body });
  expect(answer).toMatchObject({ status: 200, body: { username, authToken: expect.any(String) } });
  return { username, password, token: (answer.body as { authToken: string }).authToken };
}

/** @returns the new game's number */
export async function createGame(url: string, token: string, gameName = 'a game') {
  const answer = await rest(url, 'POST', '/game', { token, body: { gameName } });
  expect(answer).toMatchObject({ status: 200, body: { gameID: expect.any(Number) } });
  return (answer.body as { gameID: number }).gameID;
}

export async function join(url: string, token: string, playerColor: string, gameID: number) {
  const answer = await rest(url, 'PUT', '/game', { token, body: { playerColor, gameID } });
  expect(answer).toMatchObject({ status: 200 });
}

/** A game as `GET /game` lists it. */
export interface ListedGame {
  readonly gameID: number;
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
  readonly gameName: string;
}

export async function listGames(url: string, token: string, query = ''): Promise<ListedGame[]> {
  const answer = await rest(url, 'GET', `/game${query}`, { token });
  expect(answer).toMatchObject({ status: 200, body: { games: expect.any(Array) } });
  return (answer.body as { games: ListedGame[] }).games;
}

/** Makes one call with exactly these headers, including `Host`, which `fetch` sets itself. */
export async function restWithHost(
  port: number,
  method: Method,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<RestAnswer> {
  const sent = body ? JSON.stringify(body) : '';
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(sent) });
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  const [answer] = await sendRaw(port, request([...head, 'connection: close'], sent));
  if (!answer) throw new Error(`${method} ${path} was not answered.`);
  return {
    status: answer.status,
    headers: new Headers(answer.headers),
    body: parsed(answer.body),
  };
}
