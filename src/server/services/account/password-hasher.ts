import { availableParallelism } from 'node:os';
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import PQueue from 'p-queue';
import { RookeryError } from '../../../contract/errors/index.ts';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const parameters = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Hashes passwords off the event loop, one per core at a time; the others wait in a bounded queue. */
export class PasswordHasher {
  readonly #queue = new PQueue({ concurrency: availableParallelism() });
  /** Verified instead of an unknown user's hash, so that both take equally long (R-LOGIN-2). */
  readonly #nobody = hash('nobody has this password', parameters);

  /** @param maxWaiting the length limit of the queue */
  constructor(private readonly maxWaiting: number) {}

  /**
   * @returns an argon2id hash in PHC form
   * @throws RookeryError `too_many_requests` when the queue is full
   */
  hash(password: string): Promise<string> {
    return this.#run(() => hash(password, parameters));
  }

  /**
   * Whether the password matches the hash. It takes equally long without a hash.
   * @throws RookeryError `too_many_requests` when the queue is full
   */
  verify(passwordHash: string | null, password: string): Promise<boolean> {
    return this.#run(async () => {
      const matches = await verify(passwordHash ?? (await this.#nobody), password);
      return passwordHash !== null && matches;
    });
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#queue.size >= this.maxWaiting) {
      throw new RookeryError('too_many_requests', { retryAfterSeconds: 2 });
    }
    return this.#queue.add(work);
  }
}
