'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHydrated } from '../../hooks/use-hydrated.ts';
import { buttonClass } from '../../ui/button.tsx';

export interface ActionButtonProps {
  readonly text: string;
  /** The accessible name, if it is longer than the text; contains the text. */
  readonly label?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly tone?: 'primary' | 'plain' | undefined;
  /** Sent, and not answered so far. */
  readonly waiting: boolean;
  /** Why the action isn't possible now; undefined if it is. */
  readonly unable?: string | undefined;
  readonly onClick?: (() => void) | undefined;
}

/** The button of a player's action. */
export const ActionButton = (props: ActionButtonProps) => <Action {...props} early={false} />;

/** A press this soon may be meant for the button that was in the same place before, ms. */
const IGNORED_MS = 400;

/** A button that replaces another one. It ignores presses at first, because they may be meant for the other. */
export function AnswerButton(props: ActionButtonProps) {
  const [early, setEarly] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setEarly(false), IGNORED_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Action {...props} early={early} />;
}

/** Not disabled while it does nothing: the button that was just pressed would lose the focus. */
function Action(props: ActionButtonProps & { readonly early: boolean }) {
  const { text, label, icon: Icon, tone, waiting, unable, onClick, early } = props;
  const hydrated = useHydrated();
  const off = waiting || early || unable !== undefined;
  return (
    <button
      type="button"
      disabled={!hydrated}
      aria-disabled={off || undefined}
      data-waiting={waiting || undefined}
      data-unable={unable !== undefined || undefined}
      title={unable || undefined}
      aria-label={label}
      onClick={() => !off && onClick?.()}
      className={buttonClass(tone, 'small')}
    >
      {Icon && <Icon className="size-4" aria-hidden="true" />}
      {text}
    </button>
  );
}
