import type { Metadata } from 'next';
import { MessagePage } from '../components/site/message-page.tsx';
import { siteText } from '../generated/texts/site.ts';

export const metadata: Metadata = { title: siteText('notFound') };

export default function NotFound() {
  return (
    <MessagePage title={siteText('thisSquareIsEmpty')}>{siteText('thereIsNoPageAt')}</MessagePage>
  );
}
