import type { LucideIcon } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { useHydrated } from '../ui/use-hydrated.ts';

export interface ActionButtonProps {
  readonly words: string;
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
export function ActionButton(props: ActionButtonProps) {
  const { words, label, icon: Icon, tone, waiting, unable, onClick } = props;
  const alive = useHydrated();
  return (
    <Button
      size="small"
      tone={tone ?? 'plain'}
      waiting={waiting}
      disabled={!alive || unable !== undefined}
      data-unable={unable !== undefined || undefined}
      title={unable || undefined}
      aria-label={label}
      onClick={onClick}
    >
      {Icon && <Icon className="size-4" aria-hidden="true" />}
      {words}
    </Button>
  );
}
