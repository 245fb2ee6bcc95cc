'use client';

import { clsx } from 'clsx';
import {
  ArrowDownUp,
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  type LucideIcon,
  Settings2,
} from 'lucide-react';
import { useState } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { lazy } from '../../hooks/lazy.tsx';
import { hidden } from '../../text/hidden.tsx';
import { richText } from '../../text/rich-text.ts';
import type { Steps } from './use-cursor.ts';

/** Loaded when it first opens. */
const SettingsDialog = lazy(() =>
  import('../../settings/settings-dialog.tsx').then((loaded) => loaded.SettingsDialog),
);

export interface StepBarProps {
  readonly steps: Steps;
  /** The number of plies played. */
  readonly length: number;
  readonly onFlip: () => void;
}

/** Steps through the game, flips the board, opens the settings. At an earlier position it shows a button back to live. */
export function StepBar({ steps, length, onFlip }: StepBarProps) {
  const { ply, goTo, goLive, cursor } = steps;
  const past = cursor.type === 'past';
  const [settings, setSettings] = useState(false);
  return (
    <div className={clsx('flex items-center gap-0.5 p-1.5', past && 'bg-lamp-soft')}>
      <Step
        label={gameText('moves.first')}
        icon={ChevronFirst}
        off={ply === 0}
        onPress={() => goTo(0)}
      />
      <Step
        label={gameText('moves.previous')}
        icon={ChevronLeft}
        off={ply === 0}
        onPress={() => goTo(ply - 1)}
      />
      <Step
        label={gameText('moves.next')}
        icon={ChevronRight}
        off={!past}
        onPress={() => goTo(ply + 1)}
      />
      <Step label={gameText('moves.latest')} icon={ChevronLast} off={!past} onPress={goLive} />
      <span className="figures mx-auto px-1 text-center text-sm">
        {past && (
          <button
            type="button"
            onClick={goLive}
            className="min-h-8 rounded-md bg-lamp px-2.5 font-[600] text-on-lamp hover:brightness-105"
          >
            {richText(gameText.rich('moves.backToLive', { ply, length, hidden }))}
          </button>
        )}
      </span>
      <Step
        label={gameText('moves.settings')}
        icon={Settings2}
        off={false}
        onPress={() => setSettings(true)}
      />
      <Step label={gameText('moves.flip')} icon={ArrowDownUp} off={false} onPress={onFlip} />
      {settings && <SettingsDialog onClose={() => setSettings(false)} />}
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly off: boolean;
  readonly onPress: () => void;
}

/** Not disabled at either end of the game: a disabled button would lose the focus. */
function Step({ label, icon: Icon, off, onPress }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => !off && onPress()}
      className="touchable grid min-w-10 place-items-center rounded-lg hover:bg-sunken aria-disabled:cursor-default aria-disabled:text-muted/50 aria-disabled:hover:bg-transparent"
    >
      <Icon className="size-5" aria-hidden="true" />
    </button>
  );
}
