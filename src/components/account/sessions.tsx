'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { SessionSummary } from '../../contract/account/account.ts';
import { accountText } from '../../generated/texts/account.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { Section } from '../game-list/section.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';

/** In the reader's time zone once the page is hydrated: the server doesn't know it. */
const timeText = (atMs: number, isLocal: boolean): string =>
  new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(!isLocal && { timeZone: 'UTC' }),
  }).format(atMs);

function deviceText({ browser, system }: SessionSummary): string {
  if (browser && system) return accountText('sessions.device', { browser, system });
  return browser ?? system ?? accountText('sessions.unknown');
}

/** Where the user is signed in, and how to end it. */
export function Sessions({ initial }: { initial: readonly SessionSummary[] }) {
  const { account } = useTRPCClient();
  const router = useRouter();
  const [ended, setEnded] = useState<number | null>(null);
  const onEnded = (answer: { readonly ended: number }) => {
    setEnded(answer.ended);
    router.refresh();
  };
  const end = useCall((sessionID: string) => account.endSession.mutate({ sessionID }), onEnded);
  const endOthers = useCall(() => account.endOtherSessions.mutate(), onEnded);
  const isPending = end.isPending || endOthers.isPending;
  const error = end.error ?? endOthers.error;
  return (
    <Section title={accountText('sessions.title')} count={initial.length}>
      <p className="text-muted">{accountText('sessions.lead')}</p>
      <ul className="mt-4 divide-y divide-line rounded-xl border border-line bg-surface">
        {initial.map((session) => (
          <SessionRow
            key={session.sessionID}
            session={session}
            isPending={isPending}
            onEnd={end.call}
          />
        ))}
      </ul>
      {error !== null && (
        <div className="mt-4">
          <Alert>{error}</Alert>
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-4">
        {initial.length > 1 && (
          <Button waiting={isPending} onClick={() => endOthers.call(undefined)}>
            {accountText('sessions.endOthers')}
          </Button>
        )}
        <p role="status" className="text-good text-sm">
          {ended !== null && accountText('sessions.ended', { ended })}
        </p>
      </div>
    </Section>
  );
}

interface SessionRowProps {
  readonly session: SessionSummary;
  readonly isPending: boolean;
  readonly onEnd: (sessionID: string) => void;
}

function SessionRow({ session, isPending, onEnd }: SessionRowProps) {
  const isLocal = useHydrated();
  const { sessionID, createdAtMs, lastUsedAtMs, current } = session;
  const device = deviceText(session);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <p className="font-[560]">{device}</p>
        <p className="text-muted text-sm">
          {accountText('sessions.times', {
            created: timeText(createdAtMs, isLocal),
            used: timeText(lastUsedAtMs, isLocal),
          })}
        </p>
      </div>
      {current ? (
        <span className="text-muted text-sm">{accountText('sessions.current')}</span>
      ) : (
        <Button
          size="small"
          waiting={isPending}
          aria-label={accountText('sessions.endNamed', { device })}
          onClick={() => onEnd(sessionID)}
        >
          {accountText('sessions.end')}
        </Button>
      )}
    </li>
  );
}
