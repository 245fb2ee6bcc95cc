import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const offered = new Set(['upgrade', 'http2-settings']);

/**
 * Answers a request with an upgrade other than `websocket` as if it had none (R-HTTP-1). Once a server listens for
 * upgrades, Node passes every such request to the listener (Java's client offers `h2c` with each) and never parses its
 * body. So the request's head is put back in front of the bytes, without the offer, and the connection is parsed again.
 */
export function answerAsPlainHttp(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  const { rawHeaders } = request;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    const value = rawHeaders[i + 1] ?? '';
    if (offered.has(name.toLowerCase())) continue;
    lines.push(`${name}: ${name.toLowerCase() === 'connection' ? withoutOffer(value) : value}`);
  }
  const again = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  socket.removeAllListeners();
  socket.unshift(Buffer.concat([again, head]));
  server.emit('connection', socket);
}

/** The rest of `Connection`: `close` must be kept. */
const withoutOffer = (value: string): string =>
  value
    .split(',')
    .filter((option) => !offered.has(option.trim().toLowerCase()))
    .join(',');
