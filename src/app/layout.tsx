import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { MyGamesProvider } from '../components/my-games/my-games-provider.tsx';
import { ConnectionNote } from '../components/site/connection-note.tsx';
import { Footer } from '../components/site/footer.tsx';
import { Header } from '../components/site/header.tsx';
import { SkipLink } from '../components/site/skip-link.tsx';
import { siteText } from '../generated/texts/site.ts';
import { api, currentUser } from './_server/api.ts';
import './globals.css';

/** The Latin letters, preloaded; globals.css has the other scripts, which load when a page needs them. */
const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  display: 'swap',
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: 'Rookery', template: '%s · Rookery' },
  description: siteText('description'),
  applicationName: 'Rookery',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#181d21' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is drawn for its visitor, at each request.
  await connection();
  const [caller, user] = await Promise.all([api(), currentUser()]);
  const { games } = user ? await caller.user.current() : { games: [] };
  return (
    <html lang="en" className={inter.variable}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <MyGamesProvider user={user} games={games}>
          <SkipLink />
          <Header user={user} />
          <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
            {children}
          </main>
          <Footer />
          <ConnectionNote />
        </MyGamesProvider>
      </body>
    </html>
  );
}
