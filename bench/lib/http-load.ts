import autocannon from 'autocannon';
import { ACCOUNT, tokenOf } from './rows.ts';
import type { Window } from './windows.ts';

/** A request to repeat; `body` is called for each. */
export interface Shot {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: () => object;
  /** How the caller authenticates; by default as programs do. */
  readonly as?: 'program' | 'browser' | 'visitor';
}

const token = tokenOf(ACCOUNT.username);

const headersOf = {
  program: { authorization: token },
  browser: { cookie: `rookery=${token}`, accept: 'text/html' },
  visitor: { accept: 'text/html' },
};

/** How many connections send requests, each when it has its answer. */
const CONNECTIONS = 32;

/** Repeats a request on a loopback port. */
export function shoot(
  port: number,
  { method, path, body, as = 'program' }: Shot,
  seconds: number,
  connections = CONNECTIONS,
): Promise<Window> {
  return new Promise((resolve, reject) => {
    const latenciesMs: number[] = [];
    let refused = 0;
    const began = performance.now();
    const instance = autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections,
        // Stopped below: autocannon's own duration counts whole seconds.
        duration: 60,
        requests: [
          {
            method,
            path,
            headers: headersOf[as],
            ...(body && {
              setupRequest: (request) => ({ ...request, body: JSON.stringify(body()) }),
            }),
          },
        ],
      },
      (error) => {
        if (error) reject(error);
        else resolve({ latenciesMs, refused, seconds: elapsed });
      },
    );
    let elapsed = 0;
    instance.on('response', (_client, status, _bytes, ms) => {
      if (elapsed > 0) return;
      if (status === 200) latenciesMs.push(ms);
      else refused++;
    });
    setTimeout(() => {
      elapsed = (performance.now() - began) / 1000;
      instance.stop();
    }, seconds * 1000);
  });
}
