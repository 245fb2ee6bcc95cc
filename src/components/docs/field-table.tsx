import type { EndpointField } from './endpoints.ts';

export interface FieldTableProps {
  readonly title: string;
  readonly fields: readonly EndpointField[];
}

/** The fields of a body or a query: name, type, whether it must be there. */
export function FieldTable({ title, fields }: FieldTableProps) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h3 className="label-caps">{title}</h3>
      <dl className="mt-2 divide-y divide-line border-line border-y">
        {fields.map(({ name, type, required, note }) => (
          <div key={name} className="grid gap-x-4 py-2.5 sm:grid-cols-[9rem_1fr]">
            <dt>
              <code className="font-mono font-semibold text-sm">{name}</code>
            </dt>
            <dd className="text-muted text-sm">
              {type}
              {!required && <span> · optional</span>}
              {note && <span className="block">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
