import { heroPosition } from '../board/hero-position.ts';
import { StillBoard } from '../board/still-board.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Container } from '../ui/container.tsx';
import { PageLink } from '../ui/page-link.tsx';

/** What Rookery is, for somebody who has just come in. */
export function Hero() {
  return (
    <section className="border-line border-b bg-surface">
      <Container className="grid items-center gap-x-16 gap-y-10 py-10 lg:grid-cols-[1fr_34rem] lg:py-12">
        <div className="max-w-2xl">
          <h1 className="font-[700] text-[2.5rem] leading-[1.04] tracking-[-0.035em] sm:text-7xl">
            Chess, on a server that is yours.
          </h1>
          <p className="mt-5 max-w-md text-lg text-muted">
            Sit down with a friend, watch games as they unfold, or send your own program to the
            board.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <PageLink href="/register" className={buttonClass('primary', 'large')}>
              Create an account
            </PageLink>
            <PageLink href="/lobby" className={buttonClass('plain', 'large')}>
              See who is playing
            </PageLink>
          </div>
        </div>
        <figure className="mx-auto w-full max-w-[34rem]">
          <StillBoard
            fen={heroPosition.fen}
            lastMove={heroPosition.lastMove}
            label={heroPosition.label}
            className="shadow-float"
          />
          <figcaption className="mt-3 text-muted text-sm">
            <strong className="font-[600] text-ink">Two rooks, both offered.</strong> Rotlewi –
            Rubinstein, 1907, after 23…Rd2.
          </figcaption>
        </figure>
      </Container>
    </section>
  );
}
