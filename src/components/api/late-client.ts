/**
 * A client that can be called before its code is there: what is asked is sent, and what is subscribed to begins, once it
 * is.
 * @param load gives the client itself, the same one each time, and never rejects
 */
export function lateClient<C extends object>(load: () => Promise<C>): C {
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
  let stop: unknown;
  void load().then((client) => {
    if (!ended) stop = call(client, path, input);
  });
  return {
    unsubscribe(): void {
      ended = true;
      if (typeof stop === 'object' && stop !== null) call(stop, ['unsubscribe'], []);
    },
  };
}

function call(client: object, path: readonly string[], input: unknown[]): unknown {
  let owner: unknown;
  let found: unknown = client;
  for (const key of path) {
    owner = found;
    found = Reflect.get(Object(owner), key);
  }
  if (typeof found !== 'function') throw new TypeError(`${path.join('.')} is no procedure`);
  return Reflect.apply(found, owner, input);
}
