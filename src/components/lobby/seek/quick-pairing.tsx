'use client';

import { useEffect, useState } from 'react';
import { speedOf } from '../../../contract/game/chess-time.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { lobbyText } from '../../../generated/texts/lobby.ts';
import { useHydrated } from '../../hooks/use-hydrated.ts';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { Icon } from '../../ui/icon.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Seek } from './lazy-parts.ts';
import { poolIn, type QuickPool, quickPools } from './quick-pools.ts';
import type { SeekState } from './seek-state.ts';
import { SeekStatus } from './seek-status.tsx';

export interface QuickPairingProps {
  /** The reader; null for a visitor who is not signed in, who plays as a guest. */
  readonly username: string | null;
  readonly guest: boolean;
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** A button for each usual time control, which seeks an opponent of about the same rating. */
export function QuickPairing({ username, guest }: QuickPairingProps) {
  const hydrated = useHydrated();
  const registered = username !== null && !guest;
  const [ratedChoice, setRated] = useRemembered('rookery.quick.rated', true, isBoolean);
  const rated = registered && ratedChoice;
  const [pool, setPool] = useState<QuickPool | null>(null);
  const [seek, setSeek] = useState<SeekState>({ type: 'idle' });
  // A link from a finished game seeks at once. The address is cleaned, so that a reload doesn't seek again.
  useEffect(() => {
    const requested = poolIn(window.location.search);
    if (!requested) return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    setPool(requested);
  }, []);
  return (
    <div className="rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-5">
      <div className="mb-3 flex min-h-10 items-center justify-between gap-4">
        <h2 id="quick-pairing" className="font-[650] text-lg tracking-[-0.015em]">
          {lobbyText('seek.title')}
        </h2>
        <Switch
          label={lobbyText('seek.rated')}
          checked={rated}
          disabled={!hydrated || !registered || pool !== null}
          why={registered ? undefined : lobbyText('seek.ratedHint')}
          onChange={setRated}
        />
      </div>
      <ul aria-labelledby="quick-pairing" className="grid grid-cols-3 gap-2 sm:grid-cols-4">
        {quickPools.map((one) => {
          const active = one === pool;
          const speed = chessText(`speed.${speedOf(one.timeControl)}`);
          return (
            <li key={one.label} className={one.wide ? 'col-span-2' : undefined}>
              <button
                type="button"
                disabled={!hydrated}
                aria-pressed={active}
                onClick={() => {
                  setSeek({ type: 'idle' });
                  setPool(active ? null : one);
                }}
                className={`flex min-h-16 w-full flex-col items-center justify-center rounded-xl border px-1 py-2 transition-colors ${
                  active
                    ? 'border-feather bg-feather-soft text-feather'
                    : 'border-line bg-paper hover:border-feather hover:bg-feather-soft'
                }`}
              >
                <span className="figures flex items-center gap-1.5 font-[650] text-lg leading-6 tracking-[-0.02em]">
                  {active && (
                    <Icon className="size-4 animate-spin">
                      <path d="M21 12a9 9 0 1 1-6-8.5" />
                    </Icon>
                  )}
                  {poolText(one)}
                </span>
                <span className={active ? 'text-xs' : 'text-muted text-xs'}>
                  {active ? lobbyText('seek.cancel') : one.wide ? lobbyText('seek.perTurn') : speed}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <Seek
        username={username}
        pool={pool}
        rated={rated}
        onState={setSeek}
        onStop={() => setPool(null)}
      />
      <SeekStatus seek={seek} username={username} guest={guest} />
    </div>
  );
}

/** The text of a pool's button: `5+3`, `2 days`. */
const poolText = ({ label, timeControl }: QuickPool): string =>
  timeControl.type === 'correspondence'
    ? lobbyText('seek.days', { days: timeControl.daysPerMove })
    : label;
