import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { Code } from '../../../components/docs/code.tsx';
import { EndpointSection } from '../../../components/docs/endpoint-section.tsx';
import { endpointsOf } from '../../../components/docs/endpoints.ts';
import { Method } from '../../../components/docs/method.tsx';
import { richText } from '../../../components/text/rich-text.ts';
import { Container } from '../../../components/ui/container.tsx';
import { docsText } from '../../../generated/texts/docs.ts';
import { openApiDocument } from '../../_server/api.ts';

export const metadata: Metadata = { title: docsText('title') };

/** The API as one reads it: made from the OpenAPI document, so it can't differ from what the server does. */
export default async function ApiDocsPage() {
  const document = openApiDocument();
  const [server] = document.servers;
  const origin =
    server.url === '/' ? `http://${(await headers()).get('host') ?? 'localhost'}` : server.url;
  const endpoints = endpointsOf(document, origin);
  return (
    <Container className="grid gap-x-12 py-8 sm:py-10 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label={docsText('endpoints')} className="max-lg:hidden">
        <ul className="sticky top-6 flex flex-col gap-0.5">
          {endpoints.map(({ id, method, summary }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="flex items-center gap-2.5 rounded-lg px-2 py-1.5 text-sm hover:bg-sunken"
              >
                <Method>{method}</Method>
                {summary}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        <h1 className="font-[680] text-3xl tracking-[-0.03em]">{docsText('title')}</h1>
        <div className="mt-5 mb-10 grid items-start gap-x-10 gap-y-6 xl:grid-cols-2">
          <div className="flex max-w-prose flex-col gap-3 text-muted">
            <p>{document.info.summary}</p>
            <p>{document.info.description}</p>
            <p>
              {richText(
                docsText.rich('document', {
                  link: (content) => (
                    <a
                      href="/openapi.json"
                      className="font-[560] text-feather underline underline-offset-4"
                    >
                      {richText(content)}
                    </a>
                  ),
                }),
              )}
            </p>
          </div>
          <Code title={docsText('signIn')}>
            {`TOKEN=$(curl -s -X POST ${origin}/session \\\n  -d '{"username":"ada","password":"correct horse"}' \\\n  | sed 's/.*"authToken":"\\([^"]*\\)".*/\\1/')`}
          </Code>
        </div>
        {endpoints.map((endpoint) => (
          <EndpointSection key={endpoint.id} endpoint={endpoint} />
        ))}
      </div>
    </Container>
  );
}
