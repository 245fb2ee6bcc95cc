'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../trpc.tsx';
import { Field } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { AccountForm } from './account-form.tsx';
import { accountFields, signInFaults } from './faults.ts';
import { useAccountForm } from './use-account-form.ts';

/** Signs in, then goes to `next`, a path on this site. */
export function LoginForm({ next }: { next: string }) {
  const trpc = useTRPC();
  const login = useMutation(trpc.auth.login.mutationOptions());
  const form = useAccountForm(next, signInFaults, (data) => {
    const { username, password } = accountFields(data);
    return login.mutateAsync({ username, password, carrier: 'cookie' });
  });
  return (
    <AccountForm form={form} action="Sign in">
      <Field
        label="Username"
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
