'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { accountText } from '../../generated/texts/account.ts';
import { errorOf, resetConnection } from '../api/connection.ts';

/**
 * The state of a form that signs a user in: `editing` until it is sent, `sending` until the answer, `failed` with the
 * error's text, at a field if the server names one; `done` while the next page loads.
 */
type FormState =
  | { readonly type: 'editing' }
  | { readonly type: 'sending' }
  | { readonly type: 'failed'; readonly field: string | undefined; readonly message: string }
  | { readonly type: 'done' };

/** The errors of the input by field, in the order of the fields; empty when it can be sent. */
export type Faults = Readonly<Record<string, string>>;

interface AccountForm {
  readonly state: FormState;
  readonly faults: Faults;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Drops a field's error once the field is changed. */
  readonly onChange: (event: FormEvent<HTMLFormElement>) => void;
}

/**
 * Checks the fields, sends them, and goes to `next`. After an error the first wrong field has the focus; the input
 * stays, because the fields are uncontrolled.
 * @param check finds errors before anything is sent
 * @param send sends the fields to the server; rejects with its error
 */
export function useAccountForm(
  next: string,
  check: (fields: FormData) => Faults,
  send: (fields: FormData) => Promise<unknown>,
): AccountForm {
  const [state, setState] = useState<FormState>({ type: 'editing' });
  const [faults, setFaults] = useState<Faults>({});
  const busy = useRef(false);
  const router = useRouter();

  async function submit(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const found = check(fields);
    setFaults(found);
    setState({ type: 'editing' });
    const [first] = Object.keys(found);
    if (first) return focusOn(form, first);
    busy.current = true;
    setState({ type: 'sending' });
    try {
      await send(fields);
      setState({ type: 'done' });
      resetConnection();
      router.replace(next);
      router.refresh();
    } catch (error) {
      const { field, message } = failureOf(error, form);
      setState({ type: 'failed', field, message });
      if (field) setFaults({ [field]: message });
      focusOn(form, field ?? 'password');
    } finally {
      busy.current = false;
    }
  }

  return {
    state,
    faults,
    onSubmit(event) {
      event.preventDefault();
      if (!busy.current) void submit(event.currentTarget);
    },
    onChange(event) {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.name in faults) {
        setFaults(
          Object.fromEntries(Object.entries(faults).filter(([name]) => name !== target.name)),
        );
      }
    },
  };
}

/** An error's text, and the field of the form that it concerns. */
function failureOf(error: unknown, form: HTMLFormElement) {
  const { code, field, message } = errorOf(error);
  return {
    field: field && form.elements.namedItem(field) ? field : undefined,
    message: code === 'already_taken' ? accountText('usernameTaken') : message,
  };
}

function focusOn(form: HTMLFormElement, field: string): void {
  const input = form.elements.namedItem(field);
  if (input instanceof HTMLInputElement) input.focus();
}
