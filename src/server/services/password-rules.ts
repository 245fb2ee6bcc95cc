import { dictionary } from '@zxcvbn-ts/language-common';
import { RookeryError } from '../../contract/errors.ts';
import type { Settings } from '../settings.ts';

const MIN_LENGTH = 8;

/** Refuses a password that is not good enough. */
export type PasswordRules = (password: string) => void;

/**
 * What is asked of a new password: nothing more than one character in local mode; in public mode 8 characters, and not
 * one of the commonest (contract, Access).
 */
export function passwordRules(mode: Settings['mode']): PasswordRules {
  if (mode === 'local') return () => {};
  const commonest = new Set(dictionary['passwords-common']);
  return (password) => {
    if (password.length < MIN_LENGTH) {
      throw weak(`must have at least ${MIN_LENGTH} characters`);
    }
    if (commonest.has(password.toLowerCase())) {
      throw weak('is among the commonest passwords; please choose another');
    }
  };
}

const weak = (detail: string) => new RookeryError('bad_request', { field: 'password', detail });
