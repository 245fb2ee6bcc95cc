import { once } from 'node:events';
import { connect } from 'node:net';

/** An answer parsed from the bytes on the wire. */
export interface RawAnswer {
  readonly status: number;
  /** By lower-case name; the last of several with one name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends bytes unchanged and reads until the server closes: request that (`Connection: close`) unless it closes anyway.
 * @returns the answers, in order; none when the server closed without one
 */
export async function sendRaw(
  port: number,
  ...chunks: readonly (string | Uint8Array)[]
): Promise<RawAnswer[]> {
  const socket = connect(port, '127.0.0.1');
  const read: Buffer[] = [];
  socket.on('data', (chunk) => read.push(chunk));
  // A server may close while we still write: what it sent before counts.
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  for (const chunk of chunks) {
    // Two chunks must not travel as one.
    await new Promise((resolve) => socket.write(chunk, resolve));
  }
  await closed;
  return parseAnswers(Buffer.concat(read));
}

/** The bytes of a request: lines joined by CRLF, the body after an empty line. */
export const request = (lines: readonly string[], body = ''): string =>
  `${lines.join('\r\n')}\r\n\r\n${body}`;

function parseAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error(`Not an HTTP answer: ${JSON.stringify(rest.toString('latin1'))}`);
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const after = rest.subarray(end + 4);
    const status = Number(first.split(' ')[1]);
    const { body, used } = status < 200 ? nothing : bodyOf(after, headers);
    answers.push({ status, headers, body: body.toString('utf8') });
    rest = after.subarray(used);
  }
  return answers;
}

const nothing = { body: Buffer.alloc(0), used: 0 };

function bodyOf(after: Buffer, headers: Readonly<Record<string, string>>) {
  const length = headers['content-length'];
  if (length !== undefined) {
    return { body: after.subarray(0, Number(length)), used: Number(length) };
  }
  if (headers['transfer-encoding'] !== 'chunked') return { body: after, used: after.length };
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = after.indexOf('\r\n', at);
    const size = Number.parseInt(after.subarray(at, line).toString('latin1'), 16);
    chunks.push(after.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
    if (size === 0) return { body: Buffer.concat(chunks), used: at };
  }
}
