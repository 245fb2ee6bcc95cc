'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { accountText } from '../../generated/texts/account.ts';
import { errorOf, useTRPCClient } from '../api/connection.ts';
import { Section } from '../game-list/section.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { PasswordField } from '../ui/password-field.tsx';

/** The last attempt: null before the first. */
type Attempt =
  | { readonly type: 'sending' }
  | { readonly type: 'changed'; readonly ended: number }
  | { readonly type: 'failed'; readonly field: string | undefined; readonly message: string };

const names = ['oldPassword', 'password'] as const;

/** The error of the first field that is empty. */
function missingIn(fields: FormData): Attempt | null {
  const field = names.find((name) => !fields.get(name));
  if (!field) return null;
  const message = accountText(field === 'password' ? 'password.missingNew' : 'password.missingOld');
  return { type: 'failed', field, message };
}

/** Changes the password; it asks for the old one. */
export function ChangePassword() {
  const { account } = useTRPCClient();
  const router = useRouter();
  const hydrated = useHydrated();
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const isSending = useRef(false);
  const errorAt = (field: string) =>
    attempt?.type === 'failed' && attempt.field === field ? attempt.message : undefined;

  async function attemptOf(fields: FormData): Promise<Attempt> {
    const missing = missingIn(fields);
    if (missing) return missing;
    setAttempt({ type: 'sending' });
    try {
      const [oldPassword, password] = names.map((name) => String(fields.get(name)));
      const input = { oldPassword: oldPassword ?? '', password: password ?? '' };
      return { type: 'changed', ...(await account.changePassword.mutate(input)) };
    } catch (error) {
      const { field, message } = errorOf(error);
      return { type: 'failed', field: names.find((name) => name === field), message };
    }
  }

  async function submit(form: HTMLFormElement): Promise<void> {
    isSending.current = true;
    const next = await attemptOf(new FormData(form));
    isSending.current = false;
    setAttempt(next);
    if (next.type === 'changed') {
      form.reset();
      router.refresh(); // the list of sessions
    } else if (next.type === 'failed') {
      const input = form.elements.namedItem(next.field ?? 'oldPassword');
      if (input instanceof HTMLInputElement) input.focus();
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isSending.current) void submit(event.currentTarget);
  }

  return (
    <Section title={accountText('password.title')}>
      <form method="post" noValidate onSubmit={onSubmit} className="flex max-w-sm flex-col gap-3">
        {attempt?.type === 'failed' && attempt.field === undefined && (
          <Alert>{attempt.message}</Alert>
        )}
        <PasswordField
          name="oldPassword"
          label={accountText('password.old')}
          autoComplete="current-password"
          error={errorAt('oldPassword')}
        />
        <PasswordField
          label={accountText('password.new')}
          autoComplete="new-password"
          hint={accountText('password.hint')}
          error={errorAt('password')}
        />
        <Button
          type="submit"
          tone="primary"
          className="self-start"
          disabled={!hydrated}
          waiting={attempt?.type === 'sending'}
        >
          {accountText('password.change')}
        </Button>
        <p role="status" className="min-h-5 text-good text-sm">
          {attempt?.type === 'changed' && accountText('password.changed', { ended: attempt.ended })}
        </p>
      </form>
    </Section>
  );
}
