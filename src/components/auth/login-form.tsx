'use client';

import { accountText } from '../../generated/texts/account.ts';
import { useTRPCClient } from '../api/connection.ts';
import { Field } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { AccountForm } from './account-form.tsx';
import { accountFields, signInFaults } from './faults.ts';
import { useAccountForm } from './use-account-form.ts';

/** Signs in, then goes to `next`, a path on this site. */
export function LoginForm({ next }: { next: string }) {
  const { auth } = useTRPCClient();
  const form = useAccountForm(next, signInFaults, (data) => {
    const { username, password } = accountFields(data);
    return auth.login.mutate({ username, password, tokenDelivery: 'cookie' });
  });
  return (
    <AccountForm form={form} action={accountText('login.signIn')}>
      <Field
        label={accountText('field.username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={form.faults.username}
      />
      <PasswordField autoComplete="current-password" error={form.faults.password} />
    </AccountForm>
  );
}
