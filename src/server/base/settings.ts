import proxyAddress from 'proxy-addr';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://chess.example.org' })
  .transform((value) => new URL(value).origin);
const origins = z.string().transform((list, context) => {
  const parts = list.split(',').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const found = URL.canParse(part) ? new URL(part) : null;
    const isHttp = found !== null && /^https?:$/.test(found.protocol);
    if (isHttp && found.origin === part) return part;
    const right = isHttp ? found.origin : 'https://app.example.org';
    context.addIssue(
      `${part} is not an origin: write scheme, host and port alone, such as ${right}`,
    );
    return part;
  });
});
const databaseUrl = z
  .string()
  .regex(/^(file:.|postgres(ql)?:\/\/)/, 'must be file:PATH or begin with postgresql://')
  .refine((url) => url.startsWith('file:') || URL.canParse(url), 'is not an address');
const redisUrl = z
  .string()
  .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
  .refine((url) => URL.canParse(url), 'is not an address');
const addresses = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .transform((list) => list.filter((part) => part !== ''))
  .refine(areAddresses, 'must be addresses or networks, by commas');

function areAddresses(list: string[]): boolean {
  try {
    proxyAddress.compile(list);
    return true;
  } catch {
    return false;
  }
}

/** Every setting from the environment: its form as text, its schema with the default, and one line of help. @internal exported for its tests */
export const settingList = {
  HOST: {
    form: 'host name or address',
    schema: z.string().default('127.0.0.1'),
    help: 'Address to listen on. Any other than a loopback address requires PUBLIC_URL.',
  },
  PORT: {
    form: 'number, 0 to 65535',
    schema: port.default(3000),
    help: 'Port to listen on; 0 for any free port.',
  },
  PUBLIC_URL: {
    form: 'address with https:// or http://',
    schema: origin.optional(),
    help: 'Public address of the server. Set: public mode; not set: local mode.',
  },
  DATABASE_URL: {
    form: 'file: or postgresql: address',
    schema: databaseUrl.default('file:data/rookery.db'),
    help: 'Database: file:PATH (SQLite) or postgresql://USER:PASSWORD@HOST/DATABASE.',
  },
  REDIS_URL: {
    form: 'redis: or rediss: address',
    schema: redisUrl.optional(),
    help: 'Redis or Valkey through which several server processes on one PostgreSQL exchange moves; a single process needs none.',
  },
  ADMIN_TOKEN: {
    form: 'text, 16 characters or more',
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    help: 'In public mode, the token that DELETE /db requires; not set: DELETE /db is disabled.',
  },
  ALLOWED_ORIGINS: {
    form: 'list',
    schema: origins.default([]),
    help: 'Origins (https://app.example.org), separated by commas, whose pages may call REST and tRPC with a token. In local mode every page of this machine may.',
  },
  INDEXING: {
    form: 'off or on',
    schema: z.enum(['off', 'on'], { error: 'must be off or on' }).default('off'),
    help: 'Whether search engines may list the pages.',
  },
  TRUSTED_PROXIES: {
    form: 'list',
    schema: addresses.default([]),
    help: 'Addresses or networks (1.2.3.4, 10.0.0.0/8, loopback) whose X-Forwarded-For is trusted, separated by commas.',
  },
  HASH_QUEUE: {
    form: 'number, 1 or more',
    schema: z.coerce.number().int().min(1).default(512),
    help: 'Passwords that may wait to be hashed; more are rejected with 429.',
  },
  ENGINE: {
    form: 'bundled, off, or a path',
    schema: z.string().default('bundled'),
    help: 'The chess engine of the computer: the bundled Stockfish, which knows all variants, none, or the path of a UCI engine.',
  },
  LOG_LEVEL: {
    form: 'error, warn, info or debug',
    schema: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
    help: 'Least severe level that is logged.',
  },
} as const;

type Read<K extends keyof typeof settingList> = z.output<(typeof settingList)[K]['schema']>;

/** The checked settings. */
export type Settings = { readonly [K in keyof typeof settingList]: Read<K> } & {
  /** `local`: loopback only, without access restrictions; `public`: reachable by others (contract, Access). */
  readonly mode: 'local' | 'public';
};

/** Invalid settings; `problems` lists all of them, one per line. @internal exported for its tests */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: readonly string[]) {
    super(`The settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/**
 * Reads and checks all settings. An empty or blank variable counts as not set.
 * @throws SettingsError with the full list of problems
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(settingList)) {
    const result = schema.safeParse(env[name]?.trim() || undefined);
    if (result.success) values[name] = result.data;
    else problems.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
  }
  if (typeof values.HOST === 'string' && !isLoopback(values.HOST) && !env.PUBLIC_URL?.trim()) {
    problems.push(
      `HOST: ${values.HOST} can be reached by others, so PUBLIC_URL must say at which address, e.g. PUBLIC_URL=https://chess.example.org`,
    );
  }
  if (values.REDIS_URL && String(values.DATABASE_URL).startsWith('file:')) {
    problems.push(
      'REDIS_URL: is for several server processes, and SQLite serves one; leave it out, or name a PostgreSQL in DATABASE_URL',
    );
  }
  if (problems.length > 0) throw new SettingsError(problems);
  const mode = values.PUBLIC_URL ? 'public' : 'local';
  return { ...(values as Omit<Settings, 'mode'>), mode };
}
