import { homeText } from '../../generated/texts/home.ts';
import { Container } from '../ui/container.tsx';
import { Icon } from '../ui/icon.tsx';

const features = [
  {
    // A shield with a tick.
    icon: 'M12 2.8 19.5 5v6.4c0 4.9-3.1 8-7.5 9.8-4.4-1.8-7.5-4.9-7.5-9.8V5z M8.8 11.8l2.3 2.3 4.2-4.4',
    key: 'durable',
  },
  {
    // A keyboard.
    icon: 'M4 5.5h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z M6.5 10h.01 M10.2 10h.01 M13.8 10h.01 M17.5 10h.01 M8 14.3h8',
    key: 'input',
  },
  {
    // A tag of code.
    icon: 'M7.5 7.5 3 12l4.5 4.5 M16.5 7.5 21 12l-4.5 4.5 M13.7 5l-3.4 14',
    key: 'api',
  },
] as const;

/** What one can rely on here, in three short columns. */
export function Features() {
  return (
    <section aria-label={homeText('features.label')} className="border-line border-t bg-surface">
      <Container className="grid gap-x-12 gap-y-8 py-12 sm:grid-cols-3">
        {features.map(({ icon, key }) => (
          <div key={key}>
            <Icon className="size-6 text-feather" strokeWidth={1.75}>
              <path d={icon} />
            </Icon>
            <h2 className="mt-3 font-[650] tracking-[-0.01em]">
              {homeText(`features.${key}.title`)}
            </h2>
            <p className="mt-1 text-[0.9375rem] text-muted">{homeText(`features.${key}.text`)}</p>
          </div>
        ))}
      </Container>
    </section>
  );
}
