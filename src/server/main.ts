import { createLog } from './base/log.ts';
import { readSettings, type Settings } from './base/settings.ts';
import { compose } from './compose.ts';
import { type Listening, listen } from './http/listen.ts';

/** The entry point in development and production. */
async function main(): Promise<void> {
  const startedAtMs = performance.now();
  const settings = readSettings(process.env);
  const log = createLog(settings.LOG_LEVEL);
  const rookery = await compose(settings, process.cwd(), log);
  const { server } = rookery;

  const listening = await listen(server, settings, log);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info('Stopping.');
      listening.close();
      rookery.close().then(
        () => process.exit(0),
        (error) => {
          log.error('Stopping failed', error);
          process.exit(1);
        },
      );
    });
  }

  // Last: whoever reads that the server is ready may stop it at once.
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  for (const line of greeting(settings, listening, rookery.notes, seconds)) log.info(line);
}

function greeting(
  settings: Settings,
  { port, hosts: [host, ...others] }: Listening,
  notes: readonly string[],
  seconds: string,
): string[] {
  const url = settings.PUBLIC_URL ?? `http://localhost:${port}`;
  const mode =
    settings.mode === 'local'
      ? `Local mode: only this machine can connect, and the API is open: anyone on it may clear the database.`
      : `Public mode: cookies are Secure, passwords have at least 8 characters, requests are limited; clearing the database ${settings.ADMIN_TOKEN ? 'needs ADMIN_TOKEN' : 'is off (no ADMIN_TOKEN)'}.`;
  return [
    `Data: ${notes.join('; ')}`,
    mode,
    `Listening on ${host} port ${port}${others.length > 0 ? `, also on ${others.join(', ')}` : ''}`,
    `Rookery is ready at ${url} (${seconds} s)`,
  ];
}

/** Explains to the administrator how to fix a failed start. */
function explain(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  const port = process.env.PORT || '3000';
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop what uses it, or start with another one, e.g. PORT=${Number(port) + 1} npm start`;
  }
  if (name === 'SettingsError' || name === 'SchemaError' || name === 'DatabaseInUseError') {
    return message ?? '';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error) => {
  process.stderr.write(`Rookery can't start. ${explain(error)}\n`);
  process.exit(1);
});
