import { clsx } from 'clsx';
import type { Variant } from '../../contract/game/index.ts';
import { variants } from '../../contract/game/kinds.ts';
import type { Leader } from '../../contract/game/ratings.ts';
import type { Speed } from '../../contract/game/time.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { communityText } from '../../generated/texts/community.ts';
import { Empty } from '../game-list/empty.tsx';
import { PageLink } from '../ui/page-link.tsx';

export interface LeaderboardModel {
  readonly variant: Variant;
  readonly boards: readonly { readonly speed: Speed; readonly leaders: readonly Leader[] }[];
  /** The reader, whose rows are marked. */
  readonly username: string | null;
}

/** The strongest players of a variant, a list for each speed in which anyone has an established rating. */
export function LeaderboardView({ variant, boards, username }: LeaderboardModel) {
  const filled = boards.filter(({ leaders }) => leaders.length > 0);
  return (
    <>
      <h1 className="font-[680] text-3xl tracking-[-0.03em]">
        {communityText('leaderboard.title')}
      </h1>
      <p className="mt-1 text-muted">{communityText('leaderboard.lead')}</p>
      <nav
        aria-label={communityText('leaderboard.variants')}
        className="-mx-4 mt-5 flex gap-1 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        {variants.map((name) => (
          <PageLink
            key={name}
            href={name === 'standard' ? '/leaderboard' : `/leaderboard?variant=${name}`}
            aria-current={name === variant ? 'page' : undefined}
            className={clsx(
              'touchable inline-flex shrink-0 items-center rounded-lg px-3 font-[540] text-sm',
              name === variant
                ? 'bg-feather-soft text-feather'
                : 'text-muted hover:bg-sunken hover:text-ink',
            )}
          >
            {chessText(`variant.${name}`)}
          </PageLink>
        ))}
      </nav>
      {filled.length === 0 ? (
        <div className="mt-8">
          <Empty
            title={communityText('leaderboard.empty.title', {
              variant: chessText(`variant.${variant}`),
            })}
          >
            {communityText('leaderboard.empty.text')}
          </Empty>
        </div>
      ) : (
        <div className="mt-8 grid items-start gap-6 md:grid-cols-2 xl:grid-cols-3">
          {filled.map(({ speed, leaders }) => (
            <Board key={speed} speed={speed} leaders={leaders} username={username} />
          ))}
        </div>
      )}
    </>
  );
}

interface BoardProps {
  readonly speed: Speed;
  readonly leaders: readonly Leader[];
  readonly username: string | null;
}

function Board({ speed, leaders, username }: BoardProps) {
  return (
    <section className="overflow-hidden rounded-xl border border-line bg-surface shadow-card">
      <h2 id={`board-${speed}`} className="border-line border-b px-4 py-3 font-[650]">
        {chessText(`speed.${speed}`)}
      </h2>
      <ol aria-labelledby={`board-${speed}`} className="divide-y divide-line">
        {leaders.map((leader, place) => (
          <li
            key={leader.username}
            className={clsx(
              'flex items-center gap-3 px-4 py-2',
              leader.username === username && 'bg-lamp-soft',
            )}
          >
            <span aria-hidden="true" className="figures w-7 shrink-0 text-muted text-sm">
              {place + 1}
            </span>
            <div className="flex min-w-0 flex-1 items-center justify-between gap-3 max-sm:flex-col max-sm:items-start max-sm:gap-0">
              <PageLink
                href={`/user/${leader.username}`}
                title={leader.username}
                className="min-w-0 max-w-full truncate py-1 font-[560] underline-offset-4 hover:underline"
              >
                {leader.username}
              </PageLink>
              <span className="shrink-0 text-muted text-xs">
                {communityText('leaderboard.games', { count: leader.games })}
              </span>
            </div>
            <span className="figures w-12 shrink-0 text-right font-[650]">{leader.rating}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
