'use client';

import type { Color } from '../../contract/game/index.ts';
import { lobbyText } from '../../generated/texts/lobby.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { SeatIcon } from '../game-list/seat-icon.tsx';
import { freeSeats, type Seats } from '../game-list/seats.ts';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { PageLink } from '../ui/page-link.tsx';

export interface JoinButtonsProps {
  readonly game: Seats & { readonly gameID: number };
  /** The reader; null for a visitor, whom the buttons lead to the sign-in page and back to the game. */
  readonly username: string | null;
  readonly size?: 'small' | 'normal';
  readonly onJoined?: ((color: Color) => void) | undefined;
}

/** A button for each empty seat; shows the error below. */
export function JoinButtons({ game, username, size = 'normal', onJoined }: JoinButtonsProps) {
  const client = useTRPCClient();
  const hydrated = useHydrated();
  const { gameID } = game;
  const { isPending, error, call } = useCall(
    (color: Color) => client.game.join.mutate({ gameID, color }),
    (_, color) => onJoined?.(color),
  );
  const seats = freeSeats(game);
  const text = (color: Color) => (
    <>
      <SeatIcon color={color} className={size === 'small' ? 'max-sm:hidden' : undefined} />
      {lobbyText('join.as', { color })}
    </>
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {seats.map((color) =>
          username === null ? (
            <PageLink
              key={color}
              href={`/login?next=/game/${gameID}`}
              className={buttonClass('plain', size)}
            >
              {text(color)}
            </PageLink>
          ) : (
            <Button
              key={color}
              size={size}
              disabled={!hydrated}
              waiting={isPending}
              onClick={() => call(color)}
            >
              {text(color)}
            </Button>
          ),
        )}
      </div>
      <ErrorMessage text={error} />
    </div>
  );
}
