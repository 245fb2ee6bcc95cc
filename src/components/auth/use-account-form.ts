'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { accountText } from '../../generated/texts/account.ts';
import { errorOf, resetConnection } from '../api/connection.ts';

/**
 * The state of a form about an account: `editing` until it is sent, `sending` until the answer, `failed` with the
 * error's text, at a field if the server names one; `done` after the answer.
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

/** How a form checks and sends its fields. */
export interface FormParts<Answer> {
  /** Finds errors before anything is sent. */
  readonly check: (fields: FormData) => Faults;
  /** Sends the fields to the server; rejects with its error. */
  readonly send: (fields: FormData) => Promise<Answer>;
  readonly onDone: (answer: Answer, form: HTMLFormElement) => void;
  /** The field that gets the focus after an error that names none. */
  readonly mainField: string;
}

/** A form that signs a user in, and then goes to `next`. For the other parameters see {@link FormParts}. */
export function useAccountForm(
  next: string,
  check: FormParts<unknown>['check'],
  send: FormParts<unknown>['send'],
): AccountForm {
  const router = useRouter();
  const onDone = () => {
    resetConnection();
    router.replace(next);
    router.refresh();
  };
  return useCheckedForm({ check, send, onDone, mainField: 'password' });
}

/**
 * Checks the fields and sends them. After an error the first wrong field has the focus; the input stays, because the
 * fields are uncontrolled.
 */
export function useCheckedForm<Answer>({
  check,
  send,
  onDone,
  mainField,
}: FormParts<Answer>): AccountForm {
  const [state, setState] = useState<FormState>({ type: 'editing' });
  const [faults, setFaults] = useState<Faults>({});
  const busy = useRef(false);

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
      const answer = await send(fields);
      setState({ type: 'done' });
      onDone(answer, form);
    } catch (error) {
      const { field, message } = failureOf(error, form);
      setState({ type: 'failed', field, message });
      if (field) setFaults({ [field]: message });
      focusOn(form, field ?? mainField);
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
    message: code === 'already_taken' ? accountText('usernameTaken') : sentence(message),
  };
}

/** Programs read what is wrong with a field after its name; beneath the field it is a sentence. */
const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;

function focusOn(form: HTMLFormElement, field: string): void {
  const input = form.elements.namedItem(field);
  if (input instanceof HTMLInputElement) input.focus();
}
