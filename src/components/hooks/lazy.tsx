'use client';

import type { ComponentType, ReactNode } from 'react';
import { useLoaded } from './use-loaded.ts';

/**
 * A component whose code is fetched when it is first drawn, again and again until it comes: unlike with `lazy`, a fetch
 * that fails costs nobody the page.
 * @param instead what keeps its place until then
 */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead: ReactNode = null,
): ComponentType<P> {
  return function Late(props: P) {
    const Loaded = useLoaded(load);
    return Loaded ? <Loaded {...props} /> : instead;
  };
}
