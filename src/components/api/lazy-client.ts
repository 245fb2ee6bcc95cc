/**
 * A client that can be called before its code is there: what is asked is sent, and what is subscribed to begins, once it
 * is.
 * @param load gives the client itself, the same one each time, and never rejects
 */
export function lazyClient<C extends object>(load: () => Promise<C>): C {
  // What is reached through it are procedures by their paths, as with tRPC's own clients, which are such proxies too.
  return at([], load) as C;
}

function at(path: readonly string[], load: () => Promise<object>): object {
  return new Proxy(() => undefined, {
    get: (_, key) => (typeof key === 'string' ? at([...path, key], load) : undefined),
    apply: (_, __, input: unknown[]) =>
      path.at(-1) === 'subscribe'
        ? subscribe(path, input, load)
        : load().then((client) => call(client, path, input)),
  });
}

function subscribe(path: readonly string[], input: unknown[], load: () => Promise<object>) {
  let ended = false;
  let begun: { unsubscribe(): void } | undefined;
  void load().then((client) => {
    if (!ended) begun = call(client, path, input);
  });
  return {
    unsubscribe(): void {
      ended = true;
      begun?.unsubscribe();
    },
  };
}

/** @throws TypeError when there is no such procedure */
const call = (client: object, path: readonly string[], input: unknown[]) =>
  Reflect.apply(
    path.reduce((at, key) => Reflect.get(at, key), client) as () => unknown,
    undefined,
    input,
  );
