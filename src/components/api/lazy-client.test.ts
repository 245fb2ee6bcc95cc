import { expect, test, vi } from 'vitest';
import { lazyClient } from './lazy-client.ts';

/** A client as tRPC makes them, in small. */
function aClient() {
  const unsubscribe = vi.fn();
  const subscribe = vi.fn((_input: { gameID: number }, _listener: { onData: () => void }) => ({
    unsubscribe,
  }));
  const mutate = vi.fn(async ({ ply }: { ply: number }) => ply + 1);
  return { client: { game: { move: { mutate }, events: { subscribe } } }, subscribe, unsubscribe };
}

function loading<C extends object>(client: C) {
  let arrive = () => {};
  const loaded = new Promise<C>((resolve) => {
    arrive = () => resolve(client);
  });
  return { lazy: lazyClient(() => loaded), arrive: () => arrive() };
}

const listener = { onData: () => {} };

test('a call waits for the client and gives its answer', async () => {
  const { client } = aClient();
  const { lazy, arrive } = loading(client);
  const { game } = lazy;
  const answer = game.move.mutate({ ply: 3 });
  expect(client.game.move.mutate).not.toHaveBeenCalled();
  arrive();
  expect(await answer).toBe(4);
  expect(client.game.move.mutate).toHaveBeenCalledExactlyOnceWith({ ply: 3 });
});

test('a refusal reaches whoever called', async () => {
  const lazy = lazyClient(async () => ({
    ask: { query: () => Promise.reject(new Error('refused')) },
  }));
  await expect(lazy.ask.query()).rejects.toThrow('refused');
});

test('a subscription begins with the client, and ends', async () => {
  const { client, subscribe, unsubscribe } = aClient();
  const { lazy, arrive } = loading(client);
  const subscription = lazy.game.events.subscribe({ gameID: 7 }, listener);
  arrive();
  await vi.waitFor(() => expect(subscribe).toHaveBeenCalledWith({ gameID: 7 }, listener));
  expect(unsubscribe).not.toHaveBeenCalled();
  subscription.unsubscribe();
  expect(unsubscribe).toHaveBeenCalledOnce();
});

test('a subscription that ended before the client came never begins', async () => {
  const { client, subscribe } = aClient();
  const { lazy, arrive } = loading(client);
  lazy.game.events.subscribe({ gameID: 7 }, listener).unsubscribe();
  arrive();
  await lazy.game.move.mutate({ ply: 0 });
  expect(subscribe).not.toHaveBeenCalled();
});
