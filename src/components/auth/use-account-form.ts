'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import type { ApiError } from '../../client/api-error.ts';
import { accountText } from '../../generated/texts/account.ts';
import { errorOf, resetConnection } from '../api/connection.ts';

/**
 * The state of a form that signs somebody in: `editing` until it is sent, `sending` until the answer, `refused` with the
 * words for it, at a field when the server names one; `done` while the next page loads.
 */
type FormState =
  | { readonly type: 'editing' }
  | { readonly type: 'sending' }
  | { readonly type: 'refused'; readonly field: string | undefined; readonly message: string }
  | { readonly type: 'done' };

/** What is wrong with what was typed, by field, in the order of the fields; empty when it can be sent. */
export type Faults = Readonly<Record<string, string>>;

interface AccountForm {
  readonly state: FormState;
  readonly faults: Faults;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Forgets what was wrong with a field once it is changed. */
  readonly onChange: (event: FormEvent<HTMLFormElement>) => void;
}

/**
 * Checks the fields, sends them, and goes to `next`. After a refusal the first wrong field has the focus; what was typed
 * stays, because the inputs are the browser's own.
 * @param check what can be known to be wrong before anything is sent
 * @param send hands the fields to the server; rejects with its refusal
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

  function showRefused(form: HTMLFormElement, { code, field, message: text }: ApiError): void {
    const message = code === 'already_taken' ? accountText('thisNameIsTakenChoose') : text;
    const known = field !== undefined && form.elements.namedItem(field) !== null;
    setState({ type: 'refused', field: known ? field : undefined, message });
    if (known) setFaults({ [field]: message });
    focusOn(form, known ? field : 'password');
  }

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
      showRefused(form, errorOf(error));
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

function focusOn(form: HTMLFormElement, field: string): void {
  const input = form.elements.namedItem(field);
  if (input instanceof HTMLInputElement) input.focus();
}
