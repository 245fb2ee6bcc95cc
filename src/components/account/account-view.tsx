import type { SessionSummary } from '../../contract/account/account.ts';
import { accountText } from '../../generated/texts/account.ts';
import { ChangePassword } from './change-password.tsx';
import { Sessions } from './sessions.tsx';

export interface AccountViewProps {
  readonly username: string;
  readonly sessions: readonly SessionSummary[];
}

/** A user's own account (PF-4). */
export function AccountView({ username, sessions }: AccountViewProps) {
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="font-[680] text-3xl tracking-[-0.03em]">{accountText('page.title')}</h1>
      <p className="mt-2 break-words text-muted">{accountText('page.lead', { username })}</p>
      <div className="mt-8 flex flex-col gap-12">
        <ChangePassword />
        <Sessions initial={sessions} />
      </div>
    </div>
  );
}
