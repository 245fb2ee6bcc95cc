import autocannon from 'autocannon';
import { ACCOUNT, tokenOf } from './rows.ts';
import type { Window } from './windows.ts';

/** A request to be made again and again; `body` is asked for each. */
export interface Shot {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: () => object;
  /** How it says who asks: as programs do unless told otherwise. */
  readonly as?: 'program' | 'browser' | 'visitor';
}

const token = tokenOf(ACCOUNT.username);

const headersOf = {
  program: { authorization: token },
  browser: { cookie: `rookery=${token}`, accept: 'text/html' },
  visitor: { accept: 'text/html' },
};

/** Connections that ask, each as soon as it has its answer. */
const CONNECTIONS = 32;

/** Makes a request over and over on a loopback port. */
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
        // Ended below: autocannon's own clock counts whole seconds.
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
