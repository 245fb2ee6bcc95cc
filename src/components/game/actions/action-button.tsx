'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useHydrated } from '../../hooks/use-hydrated.ts';
import { buttonClass } from '../../ui/button.tsx';

export interface ActionButtonProps {
  readonly text: string;
  /** What a screen reader says, if that is more than the words; contains them. */
  readonly label?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly tone?: 'primary' | 'plain' | undefined;
  /** Asked, and not answered so far. */
  readonly waiting: boolean;
  /** Why it can't be had now; absent when it can. */
  readonly unable?: string | undefined;
  readonly onClick?: (() => void) | undefined;
}

/** One of the things that a player can do besides moving. */
export const ActionButton = (props: ActionButtonProps) => <Action {...props} early={false} />;

/** A press meant for what stood in an answer's place before comes this soon, ms. */
const IGNORED_MS = 400;

/** One that comes up in the place of another while a finger may be on its way to that: deaf at first. */
export function AnswerButton(props: ActionButtonProps) {
  const [early, setEarly] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setEarly(false), IGNORED_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Action {...props} early={early} />;
}

/** Not disabled while it does nothing: that would take the focus away from whoever has just pressed it. */
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
