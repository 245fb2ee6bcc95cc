/** After so long it is tried again to load what couldn't be loaded, ms. */
const AGAIN_MS = 2000;

/**
 * Loads code over the network, again and again until it is there.
 * @param signal ends the attempts; then the promise stays open
 */
export function importWithRetry<T>(load: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve) => {
    const attempt = () => {
      if (signal?.aborted) return;
      load().then(resolve, () => setTimeout(attempt, AGAIN_MS));
    };
    attempt();
  });
}
