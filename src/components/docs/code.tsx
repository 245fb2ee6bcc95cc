export interface CodeProps {
  readonly title: string;
  readonly children: string;
}

/** A piece of code with its title. Long lines wrap, so nothing needs to be scrolled sideways. */
export function Code({ title, children }: CodeProps) {
  return (
    <figure className="overflow-hidden rounded-xl border border-line bg-surface">
      <figcaption className="label-caps border-line border-b px-4 py-2">{title}</figcaption>
      <pre className="wrap-anywhere whitespace-pre-wrap px-4 py-3 font-mono text-[0.8125rem] leading-relaxed">
        <code>{children}</code>
      </pre>
    </figure>
  );
}
