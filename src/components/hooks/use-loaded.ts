'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { importWithRetry } from './import-with-retry.ts';

/**
 * A component whose code comes after the page's first paint; null until it is there.
 * @param load the same function each time
 */
export function useLoaded<P>(load: () => Promise<ComponentType<P>>): ComponentType<P> | null {
  const [loaded, setLoaded] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    void importWithRetry(load, ending.signal).then((component) => {
      if (!ending.signal.aborted) setLoaded(() => component);
    });
    return () => ending.abort();
  }, [load]);
  return loaded;
}
