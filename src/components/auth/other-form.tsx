import { PageLink } from '../ui/page-link.tsx';

export interface OtherFormProps {
  readonly question: string;
  readonly path: '/login' | '/register';
  readonly label: string;
  /** Where both forms lead to. */
  readonly next: string;
}

/** The way from registering to signing in, or back. */
export function OtherForm({ question, path, label, next }: OtherFormProps) {
  const href = next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
  return (
    <p className="mt-6 text-muted text-sm">
      {question}{' '}
      <PageLink
        href={href}
        className="inline-block py-1 font-[560] text-feather underline decoration-1 underline-offset-4"
      >
        {label}
      </PageLink>
    </p>
  );
}
