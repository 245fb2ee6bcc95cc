import { accountText } from '../../generated/texts/account.ts';
import type { Faults } from './use-account-form.ts';

/** A field as typed; empty when the form has none of this name. */
export const textIn = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
};

/** The three fields as typed. Spaces around the name and the address are slips; in a password they may be meant. */
export function accountFields(fields: FormData) {
  return {
    username: textIn(fields, 'username').trim(),
    email: textIn(fields, 'email').trim(),
    password: textIn(fields, 'password'),
  };
}

const empty = (fields: ReturnType<typeof accountFields>, names: readonly (keyof typeof fields)[]) =>
  Object.fromEntries(
    names
      .filter((name) => fields[name] === '')
      .map((name) => [name, accountText(`missing.${name}`)]),
  );

export function signInFaults(data: FormData): Faults {
  return empty(accountFields(data), ['username', 'password']);
}

/** The same rules as the server's, which decides. */
export function registrationFaults(data: FormData): Faults {
  const fields = accountFields(data);
  const faults: Record<string, string> = empty(fields, ['username', 'email', 'password']);
  if (fields.username !== '' && !/^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/.test(fields.username)) {
    faults.username = accountText('invalidUsername');
  }
  return Object.fromEntries(
    (['username', 'email', 'password'] as const).flatMap((name) =>
      faults[name] === undefined ? [] : [[name, faults[name]]],
    ),
  );
}
