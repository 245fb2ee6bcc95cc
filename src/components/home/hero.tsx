import { homeText } from '../../generated/texts/home.ts';
import { heroPosition } from '../board/hero-position.ts';
import { StillBoard } from '../board/still-board.tsx';
import { StartButtons } from '../quick-start/start-buttons.tsx';
import { richText } from '../text/rich-text.ts';
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
            {homeText('hero.title')}
          </h1>
          <p className="mt-5 max-w-md text-lg text-muted">{homeText('hero.lead')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <StartButtons username={null} size="large" />
            <a href="#quick-pairing" className={buttonClass('plain', 'large')}>
              {homeText('hero.quickPairing')}
            </a>
          </div>
          <p className="mt-4 text-muted">
            {richText(
              homeText.rich('hero.createAccount', {
                link: (content) => (
                  <PageLink href="/register" className="text-feather underline underline-offset-4">
                    {richText(content)}
                  </PageLink>
                ),
              }),
            )}
          </p>
        </div>
        <figure className="mx-auto w-full max-w-[34rem]">
          <StillBoard
            fen={heroPosition.fen}
            lastMove={heroPosition.lastMove}
            label={homeText('hero.position')}
            className="shadow-float"
          />
          <figcaption className="mt-3 text-muted text-sm">
            {richText(
              homeText.rich('hero.caption', {
                strong: (content) => (
                  <strong className="font-[600] text-ink">{richText(content)}</strong>
                ),
              }),
            )}
          </figcaption>
        </figure>
      </Container>
    </section>
  );
}
