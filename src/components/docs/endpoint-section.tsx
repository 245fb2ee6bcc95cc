import { docsText } from '../../generated/texts/docs.ts';
import { Code } from './code.tsx';
import type { Endpoint } from './endpoints.ts';
import { FieldTable } from './field-table.tsx';
import { Method } from './method.tsx';

const needs = {
  none: 'Needs no token.',
  token: 'Needs a session’s token.',
  admin: 'Needs the server’s admin token in public mode.',
} as const satisfies Record<Endpoint['auth'], string>;

/** One endpoint: what it does and takes at the left, how that looks at the right. */
export function EndpointSection({ endpoint }: { endpoint: Endpoint }) {
  const { id, method, path, summary, description, auth, query, body, answer, errors, curl } =
    endpoint;
  return (
    <section
      aria-labelledby={id}
      className="grid scroll-mt-6 gap-x-10 gap-y-6 border-line border-t py-10 xl:grid-cols-2"
    >
      <div className="flex flex-col gap-5">
        <div>
          <h2 id={id} className="scroll-mt-6 font-[650] text-xl tracking-[-0.02em]">
            {summary}
          </h2>
          <p className="mt-2 flex items-center gap-2.5">
            <Method>{method}</Method>
            <code className="font-mono text-sm">{path}</code>
          </p>
          <p className="mt-3 max-w-prose text-muted">
            {description} {needs[auth]}
          </p>
        </div>
        <FieldTable title={docsText('query')} fields={query} />
        <FieldTable title={docsText('body')} fields={body} />
        <div>
          <h3 className="label-caps">{docsText('errors')}</h3>
          <dl className="mt-2 grid grid-cols-[3rem_1fr] gap-y-1 text-sm">
            {errors.map(({ status, text }) => (
              <div key={status} className="contents">
                <dt className="figures font-[600]">{status}</dt>
                <dd className="text-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <div className="flex flex-col gap-4">
        <Code title={docsText('request')}>{curl}</Code>
        <Code title={docsText('answer')}>{answer}</Code>
      </div>
    </section>
  );
}
