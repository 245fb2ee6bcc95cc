import type { Metadata } from 'next';
import { MessagePage } from '../components/site/message-page.tsx';
import { siteText } from '../generated/texts/site.ts';

export const metadata: Metadata = { title: siteText('notFound.pageTitle') };

export default function NotFound() {
  return <MessagePage title={siteText('notFound.title')}>{siteText('notFound.text')}</MessagePage>;
}
