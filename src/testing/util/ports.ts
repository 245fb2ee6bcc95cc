import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A port that is free now, below the range for outgoing connections: it must still be free after its server was stopped
 * for a while.
 */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    const attempt = () => probe.listen(randomInt(30_000, 32_000), '127.0.0.1');
    probe.on('error', attempt);
    probe.once('listening', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
    attempt();
  });
}
