/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Said, because a lockfile in a folder above would make Next choose that one.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  reactStrictMode: true,
  // No page uses it, so its endpoint would be nothing but an open door.
  images: { unoptimized: true },
  // Types are checked by `npm run check`, in a fifth of the time.
  typescript: { ignoreBuildErrors: true },
  // The address holds the engine's version.
  headers: async () => [
    {
      source: '/engine/:path*',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  // The data under the pages changes all the time; nothing of them is kept between visits.
  experimental: { staleTimes: { dynamic: 0 } },
};
