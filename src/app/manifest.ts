import type { MetadataRoute } from 'next';
import { siteText } from '../generated/texts/site.ts';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** `/manifest.webmanifest`: how the site looks as an app on a phone's home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Rookery',
    short_name: 'Rookery',
    description: siteText('appDescription'),
    start_url: '/lobby',
    scope: '/',
    display: 'standalone',
    background_color: '#fdfcfa',
    theme_color: '#15333c',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  };
}
