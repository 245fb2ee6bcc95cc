'use client';

import { accountText } from '../../generated/texts/account.ts';
import { useTRPCClient } from '../api/connection.ts';
import { Field } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { AccountForm } from './account-form.tsx';
import { accountFields, registrationFaults } from './faults.ts';
import { useAccountForm } from './use-account-form.ts';

/** Makes an account, signs in with it, then goes to `next`, a path on this site. */
export function RegisterForm({ next }: { next: string }) {
  const { auth } = useTRPCClient();
  const form = useAccountForm(next, registrationFaults, (data) =>
    auth.register.mutate({ ...accountFields(data), tokenDelivery: 'cookie' }),
  );
  return (
    <AccountForm form={form} action={accountText('register.createAccount')}>
      <Field
        label={accountText('field.username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={30}
        hint={accountText('hint.username')}
        error={form.faults.username}
      />
      <Field
        label={accountText('field.email')}
        name="email"
        type="email"
        autoComplete="email"
        hint={accountText('hint.email')}
        error={form.faults.email}
      />
      <PasswordField autoComplete="new-password" error={form.faults.password} />
    </AccountForm>
  );
}
