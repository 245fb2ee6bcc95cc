// A plain node:http server that returns the same bodies as Rookery with one database read, without a routes table, checks
// or sessions. The path selects the database access: /prisma/… through the same Prisma client as Rookery, /sqlite/…
// through better-sqlite3 with a prepared statement, /durable/… as /prisma/… followed by the same durable write.
// usage: DATABASE=FILE tsx bench/bare/http.ts
import { createServer, type IncomingMessage } from 'node:http';
import Database from 'better-sqlite3';
import { PrismaClient } from '../../src/generated/sqlite/client.ts';
import { SqliteAdapter } from '../../src/server/data-access/db/sqlite/adapter.ts';
import { ACCOUNT, digestOf, tokenOf } from '../lib/rows.ts';
import * as sql from './statements.ts';

const file = process.env.DATABASE ?? '';
const prisma = new PrismaClient({ adapter: new SqliteAdapter({ url: file }) });
await prisma.$connect();
const sqlite = new Database(file);
const digest = digestOf(tokenOf(ACCOUNT.username));

const prepared = {
  session: sqlite.prepare(sql.session),
  list: sqlite.prepare<[number, number], { json: string | null; last: number }>(sql.list),
  lobby: sqlite.prepare<[], { json: string }>(sql.lobby),
};

type Body = { readonly gameName?: string; readonly gameID?: number; readonly playerColor?: string };
type Answer = string | Iterable<string>;

const answers: Readonly<Record<string, (body: Body) => Promise<Answer> | Answer>> = {
  '/prisma/list': async () => {
    const [row] = await prisma.$queryRawUnsafe<{ json: string }[]>(sql.list, 0, 1_000_000_000);
    return `{"games":[${row?.json ?? ''}]}`;
  },
  '/sqlite/list': () => {
    const row = prepared.list.get(0, 1_000_000_000);
    return `{"games":[${row?.json ?? ''}]}`;
  },
  '/sqlite/chunks': chunks,
  '/prisma/lobby': async () => {
    const [row] = await prisma.$queryRawUnsafe<{ json: string }[]>(sql.lobby);
    return row?.json ?? '';
  },
  '/sqlite/lobby': () => prepared.lobby.get()?.json ?? '',
  '/prisma/create': () => readSession().then(() => '{"gameID":1}'),
  '/sqlite/create': () => (prepared.session.get(digest) ? '{"gameID":1}' : ''),
  '/durable/create': async ({ gameName }) => {
    await readSession();
    const [row] = await prisma.$queryRawUnsafe<{ gameID: number }[]>(sql.create, gameName);
    return JSON.stringify(row);
  },
  '/prisma/join': () => readSession().then(() => '{}'),
  '/sqlite/join': () => (prepared.session.get(digest) ? '{}' : ''),
  '/durable/join': async ({ gameID, playerColor }) => {
    await readSession();
    await prisma.$executeRawUnsafe(sql.join[playerColor === 'WHITE' ? 0 : 1], gameID);
    return '{}';
  },
};

const readSession = () => prisma.$queryRawUnsafe(sql.session, digest);

/** The list as Rookery sends it: the database formats the JSON of 1,000 games at a time. */
function* chunks(): Generator<string> {
  yield '{"games":[';
  for (let last = 0; ; ) {
    const chunk = prepared.list.get(last, 1000);
    if (!chunk || chunk.json === null) break;
    yield last === 0 ? chunk.json : `,${chunk.json}`;
    last = chunk.last;
  }
  yield ']}';
}

async function readJson(request: IncomingMessage): Promise<Body> {
  if (request.method === 'GET') return {};
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

const server = createServer(async (request, response) => {
  const body = await readJson(request);
  const answer = (await answers[request.url ?? '']?.(body)) ?? '';
  response.setHeader('content-type', 'application/json; charset=utf-8');
  if (typeof answer === 'string') {
    const bytes = Buffer.from(answer);
    response.writeHead(200, { 'content-length': bytes.length });
    response.end(bytes);
    return;
  }
  for (const chunk of answer) {
    if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`Listening on port ${typeof address === 'object' ? address?.port : ''}`);
});
