'use client';

import './globals.css';

interface Props {
  readonly reset: () => void;
}

/** In place of the whole page when not even its frame could be drawn, so it leans on nothing. */
export default function GlobalError({ reset }: Props) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center font-sans antialiased">
        <title>Something went wrong · Rookery</title>
        <main className="max-w-md px-4 text-center">
          <h1 className="font-[680] text-3xl tracking-tight">Something went wrong</h1>
          <p className="mt-3 text-muted">The page could not be drawn. Your games are safe.</p>
          <button
            type="button"
            onClick={reset}
            className="touchable mt-8 rounded-lg bg-feather px-5 font-[560] text-on-feather"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
