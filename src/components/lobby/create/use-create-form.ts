'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorOf, useTRPCClient } from '../../api/connection.ts';
import { remember, remembered } from '../../hooks/use-remembered.ts';
import { type Draft, draftFrom, faultsOf, gameRequestOf } from './draft.ts';

const KEY = 'rookery.create';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The form's state: its content, its errors by field (`''` for the whole form), and whether the answer is awaited. */
export function useCreateForm(guest: boolean) {
  const client = useTRPCClient();
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>(() => draftFrom(remembered(KEY, isRecord) ?? {}));
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState(false);

  async function submit(): Promise<void> {
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    remember(KEY, { ...draft, fen: '', gameName: '' });
    setSent(true);
    try {
      const gameName = draft.gameName.trim();
      const { gameID } = await client.game.create.mutate({
        setup: gameRequestOf(draft, guest),
        ...(gameName !== '' && { gameName }),
      });
      router.push(`/game/${gameID}`);
    } catch (error) {
      const { field, message } = errorOf(error);
      setFaults({ [fieldFor(field)]: message });
      setSent(false);
    }
  }

  return {
    draft,
    faults,
    waiting: sent,
    change(part: Partial<Draft>) {
      setFaults({});
      setDraft((before) => ({ ...before, ...part }));
    },
    submit: () => void submit(),
  };
}

const shown = [
  'setup.opponent',
  'setup.timeControl',
  'setup.rated',
  'setup.ratingRange',
  'setup.initialFen',
  'setup.variant',
  'gameName',
] as const;

/** The form's field for the field of a server's error. */
function fieldFor(field: string | undefined): string {
  if (field === 'setup.opponent.username') return field;
  return shown.find((one) => field?.startsWith(one)) ?? '';
}
