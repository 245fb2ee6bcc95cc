'use client';

import { siteText } from '../generated/texts/site.ts';
import './globals.css';

interface Props {
  readonly reset: () => void;
}

/** In place of the whole page when not even its frame could be drawn, so it leans on nothing. */
export default function GlobalError({ reset }: Props) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center font-sans antialiased">
        <title>{siteText('error.pageTitle')}</title>
        <main className="max-w-md px-4 text-center">
          <h1 className="font-[680] text-3xl tracking-tight">{siteText('error.title')}</h1>
          <p className="mt-3 text-muted">{siteText('error.globalText')}</p>
          <button
            type="button"
            onClick={reset}
            className="touchable mt-8 rounded-lg bg-feather px-5 font-[560] text-on-feather"
          >
            {siteText('error.tryAgain')}
          </button>
        </main>
      </body>
    </html>
  );
}
