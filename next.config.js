/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, in a fifth of the time.
  typescript: { ignoreBuildErrors: true },
  // The data under the pages changes all the time; nothing of them is kept between visits.
  experimental: { staleTimes: { dynamic: 0 } },
};
