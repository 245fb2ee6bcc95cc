'use client';

import { MessagePage } from '../components/site/message-page.tsx';
import { richText } from '../components/text/rich-text.ts';
import { Button } from '../components/ui/button.tsx';
import { siteText } from '../generated/texts/site.ts';

/** What Next hands to an error page: `digest` finds the error in the server's log. */
interface Props {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: Props) {
  return (
    <MessagePage
      title={siteText('error.title')}
      action={
        <Button tone="primary" onClick={reset}>
          {siteText('error.tryAgain')}
        </Button>
      }
    >
      {siteText('error.text')}
      {error.digest && (
        <span className="mt-2 block text-sm">
          {richText(
            siteText.rich('error.id', {
              id: error.digest,
              code: (content) => <code className="font-mono">{richText(content)}</code>,
            }),
          )}
        </span>
      )}
    </MessagePage>
  );
}
