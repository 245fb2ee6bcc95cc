'use client';

import { MessagePage } from '../components/site/message-page.tsx';
import { Button } from '../components/ui/button.tsx';

/** What Next hands to an error page: `digest` finds the error in the server's log. */
interface Props {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: Props) {
  return (
    <MessagePage
      title="Something went wrong"
      action={
        <Button tone="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      This page could not be shown. Your games are safe: every move is stored before it counts.
      {error.digest && (
        <span className="mt-2 block text-sm">
          Error ID: <code className="font-mono">{error.digest}</code>
        </span>
      )}
    </MessagePage>
  );
}
