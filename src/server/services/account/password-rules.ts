import { RookeryError } from '../../../contract/errors/index.ts';
import { type Problem, problem } from '../../../contract/errors/problems.ts';
import type { Settings } from '../../base/settings.ts';

const MIN_LENGTH = 8;

/** Rejects with `bad_request` for a password that breaks the rules. */
export type PasswordRules = (password: string) => Promise<void>;

/**
 * The rules for a new password: one character in local mode; in public mode 8 characters, and not one of the most common
 * (contract, Access).
 */
export function passwordRules(mode: Settings['mode']): PasswordRules {
  if (mode === 'local') return async () => {};
  let commonest: Promise<ReadonlySet<string>> | null = null;
  return async (password) => {
    if (password.length < MIN_LENGTH) {
      throw weak(problem('account.passwordTooShort', { minimum: MIN_LENGTH }));
    }
    commonest ??= loadCommonest();
    if ((await commonest).has(password.toLowerCase())) {
      throw weak(problem('account.passwordTooCommon'));
    }
  };
}

/** Loads the list at the first registration: unpacking it would slow down every start. */
async function loadCommonest(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

const weak = (why: Problem) => new RookeryError('bad_request', { field: 'password', problem: why });
