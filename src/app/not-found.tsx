import type { Metadata } from 'next';
import { Lost } from '../components/site/error-page.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Lost title="This square is empty">
      There is no page at this address. Check it for a slip, or start again from one of these.
    </Lost>
  );
}
