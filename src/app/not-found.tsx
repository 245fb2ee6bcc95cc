import type { Metadata } from 'next';
import { MessagePage } from '../components/site/message-page.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <MessagePage title="This square is empty">
      There is no page at this address. Check the address for typos, or start again from one of
      these.
    </MessagePage>
  );
}
