/** The watcher that `npm run dev` runs under; tsx ships no types for it. */
declare module 'tsx/cli';
