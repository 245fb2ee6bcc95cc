import { CodeXml, Keyboard, type LucideIcon, ShieldCheck } from 'lucide-react';
import { Container } from '../ui/container.tsx';

const promises: readonly { icon: LucideIcon; title: string; words: string }[] = [
  {
    icon: ShieldCheck,
    title: 'No move is ever lost',
    words:
      'A move counts once it is on disk. Reload, lose the network, restart the server: the game goes on where it was.',
  },
  {
    icon: Keyboard,
    title: 'Play the way you like',
    words:
      'Drag, tap, or type the move. The board follows your screen reader, your keyboard and your phone.',
  },
  {
    icon: CodeXml,
    title: 'Open to programs',
    words:
      'Everything the pages do is there for your code: plain JSON over HTTP, live events, TypeScript types.',
  },
];

/** What one can rely on here, in three short columns. */
export function Promises() {
  return (
    <section aria-label="What you can rely on" className="border-line border-t bg-surface">
      <Container className="grid gap-x-12 gap-y-8 py-12 sm:grid-cols-3">
        {promises.map(({ icon: Icon, title, words }) => (
          <div key={title}>
            <Icon className="size-6 text-feather" strokeWidth={1.75} aria-hidden="true" />
            <h2 className="mt-3 font-[650] tracking-[-0.01em]">{title}</h2>
            <p className="mt-1 text-[0.9375rem] text-muted">{words}</p>
          </div>
        ))}
      </Container>
    </section>
  );
}
