'use client';

import type { ReactNode } from 'react';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { useAccountForm } from './use-account-form.ts';

export interface AccountFormProps {
  readonly form: ReturnType<typeof useAccountForm>;
  /** The label of its button. */
  readonly action: string;
  readonly children: ReactNode;
}

/** The frame of a form that signs somebody in: the error, the fields, the button. */
export function AccountForm({ form, action, children }: AccountFormProps) {
  const { state, onSubmit, onChange } = form;
  // Before hydration the browser would send the form itself: by POST, so that no password is in a URL.
  const hydrated = useHydrated();
  return (
    <form method="post" noValidate onSubmit={onSubmit} onChange={onChange} className="mt-8">
      {state.type === 'failed' && state.field === undefined && (
        <div className="mb-6">
          <Alert>{state.message}</Alert>
        </div>
      )}
      <div className="flex flex-col gap-3">{children}</div>
      <Button
        type="submit"
        tone="primary"
        size="large"
        className="mt-3 w-full"
        disabled={!hydrated}
        waiting={state.type === 'sending' || state.type === 'done'}
      >
        {action}
      </Button>
    </form>
  );
}
