import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorTable, isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import { type Problem, problem } from '../../contract/errors/problems.ts';

/** How long a client may take to read a refusal and hang up, in milliseconds. */
const LINGER_MS = 2000;

/**
 * Refuses what Node does not make a request with a response of: upgrades, tunnels, bytes that are not HTTP. The answer
 * looks like any other refusal (R-ERR-1), and the connection ends.
 */
export function refuseSocket(socket: Duplex, error: unknown): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = isRookeryError(error) ? error : new RookeryError('internal');
  const { http } = errorTable[refusal.code];
  const body = JSON.stringify({ message: refusal.wireMessage });
  socket.end(
    `HTTP/1.1 ${http} ${STATUS_CODES[http]}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  // Reads on: a connection closed over unread bytes is reset, and the client might not see the answer.
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** What Node could not read as HTTP, as a refusal. */
export function unreadable({ code }: NodeJS.ErrnoException): RookeryError {
  const problems: Record<string, Problem> = {
    HPE_HEADER_OVERFLOW: problem('request.longHeaders'),
    ERR_HTTP_REQUEST_TIMEOUT: problem('request.slow'),
  };
  return new RookeryError('bad_request', {
    problem: problems[code ?? ''] ?? problem('request.notHttp'),
  });
}
