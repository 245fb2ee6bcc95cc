'use client';

import { type ComponentType, useEffect, useState } from 'react';

/** After so long it is tried again to load what couldn't be loaded, ms. */
const AGAIN_MS = 2000;

/**
 * A component whose code comes after the page's first paint; null until it is there.
 * @param load the same function each time
 */
export function useLoaded<P>(load: () => Promise<ComponentType<P>>): ComponentType<P> | null {
  const [loaded, setLoaded] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const attempt = () => {
      load().then(
        (component) => wanted && setLoaded(() => component),
        () => {
          if (wanted) timer = setTimeout(attempt, AGAIN_MS);
        },
      );
    };
    attempt();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [load]);
  return loaded;
}
