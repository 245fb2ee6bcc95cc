import { homeText } from '../../generated/texts/home.ts';
import { CreateGame } from '../lobby/create-game.tsx';
import { StartButtons } from '../quick-start/start-buttons.tsx';
import { Container } from '../ui/container.tsx';

/** The top of home for somebody signed in: straight to a game. */
export function Welcome({ username }: { username: string }) {
  return (
    <section className="border-line border-b bg-surface">
      <Container className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5 py-8 sm:py-10">
        <div className="min-w-0">
          <h1 className="wrap-anywhere font-[680] text-3xl tracking-[-0.03em]">
            {homeText('welcome.title', { username })}
          </h1>
          <p className="mt-1 text-muted">{homeText('welcome.lead')}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <StartButtons username={username} size="large" />
          <CreateGame username={username} size="large" />
        </div>
      </Container>
    </section>
  );
}
