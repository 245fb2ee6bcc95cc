'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { SeatChoice, seatChoices } from './seat-choice.tsx';
import { useCreateGame } from './use-create-game.ts';

/** Names a game, picks a seat in it, and goes there. */
export function CreateForm({ username }: { username: string }) {
  const router = useRouter();
  const { state, create } = useCreateGame((gameID) => router.push(`/game/${gameID}`));
  const [fault, setFault] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const gameName = String(fields.get('gameName') ?? '').trim();
    if (gameName === '') {
      setFault('Give the game a name.');
      const input = form.elements.namedItem('gameName');
      if (input instanceof HTMLInputElement) input.focus();
      return;
    }
    setFault(undefined);
    const seat = seatChoices.find((choice) => choice === fields.get('seat')) ?? 'none';
    create(gameName, seat === 'none' ? null : seat);
  }

  return (
    <form noValidate onSubmit={submit} className="mt-6 flex flex-col gap-3">
      {state.type === 'refused' && <Alert>{state.message}</Alert>}
      <Field
        label="Game name"
        name="gameName"
        defaultValue={`${username}’s game`}
        maxLength={100}
        autoComplete="off"
        error={fault}
        onFocus={(event) => event.currentTarget.select()}
      />
      <SeatChoice />
      <Button
        type="submit"
        tone="primary"
        size="large"
        className="mt-4"
        waiting={state.type === 'sending'}
      >
        Create game
      </Button>
    </form>
  );
}
