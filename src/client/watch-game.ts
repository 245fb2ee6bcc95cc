import type { TRPCClient } from '@trpc/client';
import { foldEvent } from '../contract/game/fold.ts';
import type { GameEvent, GameView } from '../contract/game/index.ts';
import type { AppRouter } from '../contract/procedures.ts';

/** See `RookeryClient.watchGame`. */
export function watchGame(
  api: TRPCClient<AppRouter>,
  gameID: number,
  onChange: (view: GameView, event: GameEvent | null) => void,
  onError: (error: unknown) => void,
): () => void {
  let stop = () => {};
  let stopped = false;
  const follow = async () => {
    let view = await api.game.get.query({ gameID });
    if (stopped) return;
    onChange(view, null);
    const subscription = api.game.events.subscribe(
      { gameID, lastEventId: String(view.lastEvent) },
      {
        onData({ data: event }) {
          if (event.number <= view.lastEvent) return;
          view = foldEvent(view, event);
          onChange(view, event);
        },
        onError,
      },
    );
    stop = () => subscription.unsubscribe();
  };
  follow().catch(onError);
  return () => {
    stopped = true;
    stop();
  };
}
