const levels = ['error', 'warn', 'info', 'debug'] as const;
type Level = (typeof levels)[number];

/** Writes lines for the operator: time, level, message, and a cause's stack at `error`. */
export type Log = { readonly [L in Level]: (message: string, cause?: unknown) => void };

/** A log of messages at `level` or above: errors and warnings go to stderr, the rest to stdout. */
export function createLog(level: Level): Log {
  const shown = levels.indexOf(level);
  const write = (own: Level) => (message: string, cause?: unknown) => {
    if (levels.indexOf(own) > shown) return;
    const out = own === 'error' || own === 'warn' ? process.stderr : process.stdout;
    const reason = cause instanceof Error ? `\n${cause.stack ?? cause.message}` : '';
    const root = cause instanceof Error && cause.cause ? `\ncaused by ${String(cause.cause)}` : '';
    out.write(`${new Date().toISOString()} ${own.padEnd(5)} ${message}${reason}${root}\n`);
  };
  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
  };
}
