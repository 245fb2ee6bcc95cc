import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const offered = new Set(['upgrade', 'http2-settings']);

/**
 * Answers a request that offers an upgrade other than `websocket` as plain HTTP (R-HTTP-1). Once a server listens for
 * upgrades, Node emits every such request as one (Java's client always offers `h2c`) and never parses its body. So
 * this puts the request's head, without the offer, back in front of the bytes and has the connection parsed again.
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

/** The other options of `Connection`: `close` must be kept. */
const withoutOffer = (value: string): string =>
  value
    .split(',')
    .filter((option) => !offered.has(option.trim().toLowerCase()))
    .join(',');
