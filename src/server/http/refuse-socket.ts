import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorTable, isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import { type Problem, problem } from '../../contract/errors/problems.ts';

/** The time a client has to read the error and close the connection, in milliseconds. */
const LINGER_MS = 2000;

/**
 * Sends an error where Node provides no response object: for upgrades, tunnels and bytes that are not HTTP. It has the
 * usual format (R-ERR-1), and the connection is closed.
 */
export function refuseSocket(socket: Duplex, error: unknown): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const known = isRookeryError(error) ? error : new RookeryError('internal');
  const { http } = errorTable[known.code];
  const body = JSON.stringify({ message: known.wireMessage });
  socket.end(
    `HTTP/1.1 ${http} ${STATUS_CODES[http]}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  // Drain the input: closing with unread bytes resets the connection, and the client might lose the answer.
  socket.resume();
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/** The error for bytes that Node could not parse as HTTP. */
export function unreadable({ code }: NodeJS.ErrnoException): RookeryError {
  const problems: Record<string, Problem> = {
    HPE_HEADER_OVERFLOW: problem('request.longHeaders'),
    ERR_HTTP_REQUEST_TIMEOUT: problem('request.slow'),
  };
  return new RookeryError('bad_request', {
    problem: problems[code ?? ''] ?? problem('request.notHttp'),
  });
}
