'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { accountText } from '../../generated/texts/account.ts';
import { useTRPCClient } from '../api/connection.ts';
import { textIn } from '../auth/faults.ts';
import { type Faults, useCheckedForm } from '../auth/use-account-form.ts';
import { Section } from '../game-list/section.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/password-field.tsx';

/** Both are required; the server checks the rest. */
function missingIn(fields: FormData): Faults {
  return {
    ...(textIn(fields, 'oldPassword') === '' && {
      oldPassword: accountText('password.missingOld'),
    }),
    ...(textIn(fields, 'password') === '' && { password: accountText('password.missingNew') }),
  };
}

/** Changes the password; it asks for the old one. */
export function ChangePassword() {
  const { account } = useTRPCClient();
  const router = useRouter();
  const hydrated = useHydrated();
  const [ended, setEnded] = useState(0);
  const { state, faults, onSubmit, onChange } = useCheckedForm({
    check: missingIn,
    send: (fields) =>
      account.changePassword.mutate({
        oldPassword: textIn(fields, 'oldPassword'),
        password: textIn(fields, 'password'),
      }),
    onDone: (answer, form) => {
      setEnded(answer.ended);
      form.reset();
      router.refresh(); // the list of sessions
    },
    mainField: 'oldPassword',
  });
  return (
    <Section title={accountText('password.title')}>
      <form
        method="post"
        noValidate
        onSubmit={onSubmit}
        onChange={onChange}
        className="flex max-w-sm flex-col gap-3"
      >
        {state.type === 'failed' && state.field === undefined && <Alert>{state.message}</Alert>}
        <PasswordField
          name="oldPassword"
          label={accountText('password.old')}
          autoComplete="current-password"
          error={faults.oldPassword}
        />
        <PasswordField
          label={accountText('password.new')}
          autoComplete="new-password"
          hint={accountText('password.hint')}
          error={faults.password}
        />
        <Button
          type="submit"
          tone="primary"
          className="self-start"
          disabled={!hydrated}
          waiting={state.type === 'sending'}
        >
          {accountText('password.change')}
        </Button>
        <p role="status" className="min-h-5 text-good text-sm">
          {state.type === 'done' && accountText('password.changed', { ended })}
        </p>
      </form>
    </Section>
  );
}
