import type { Profile } from '../../contract/account/account.ts';
import type { GameSummary } from '../../contract/game/index.ts';
import { profileText } from '../../generated/texts/profile.ts';
import { grouped } from '../../texts/grouped.ts';
import { Empty } from '../game-list/empty.tsx';
import { Section } from '../game-list/section.tsx';
import { richText } from '../text/rich-text.ts';
import { ChallengeButton } from './challenge-button.tsx';
import { GameRow } from './game-row.tsx';
import { RatingCards, type RatingWithHistory } from './rating-cards.tsx';

/** What a profile's page shows. Everything in it is public. */
export interface ProfilePageModel {
  readonly profile: Profile;
  /** Newest first; the latest ones only. */
  readonly games: readonly GameSummary[];
  /** Whether it is the reader's own. */
  readonly own: boolean;
  readonly ratings: readonly RatingWithHistory[];
  /** The reader is signed in, and this is somebody else who can be challenged. */
  readonly mayChallenge: boolean;
}

const joined = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** A player: how many games were won, drawn and lost, and the latest of them. */
export function ProfileView(model: ProfilePageModel) {
  const { profile, games, own, ratings, mayChallenge } = model;
  const { username, createdAtMs } = profile;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <span
          aria-hidden="true"
          className="grid size-16 shrink-0 place-items-center rounded-2xl bg-feather-soft font-[680] text-3xl text-feather uppercase sm:size-20"
        >
          {username.slice(0, 1)}
        </span>
        <div className="min-w-0">
          <h1 className="wrap-anywhere font-[680] text-3xl tracking-[-0.03em]">{username}</h1>
          <p className="mt-0.5 text-muted">
            {richText(
              profileText.rich('joined', {
                date: joined.format(createdAtMs),
                time: (content) => (
                  <time dateTime={new Date(createdAtMs).toISOString()}>{richText(content)}</time>
                ),
              }),
            )}
          </p>
        </div>
        {mayChallenge && <ChallengeButton username={username} />}
      </div>
      <Counts profile={profile} />
      <RatingCards ratings={ratings} />
      <div className="mt-10">
        <Section title={profileText('games.title')}>
          {games.length === 0 ? (
            <Empty title={profileText('games.empty')}>
              {own ? profileText('games.emptyOwn') : profileText('games.emptyOther', { username })}
            </Empty>
          ) : (
            <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
              {games.map((game) => (
                <GameRow key={game.gameID} game={game} username={username} />
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}

function Counts({ profile: { wins, draws, losses, running } }: { profile: Profile }) {
  const finished = wins + draws + losses;
  const counts = [
    { label: profileText('counts.wins'), number: wins, bar: 'bg-good' },
    { label: profileText('counts.draws'), number: draws, bar: 'bg-edge' },
    { label: profileText('counts.losses'), number: losses, bar: 'bg-bad' },
  ];
  return (
    <div className="mt-8 rounded-xl border border-line bg-surface p-5 shadow-card">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-4">
        {[
          ...counts,
          { label: profileText('counts.inProgress'), number: running, bar: 'bg-lamp' },
        ].map((count) => (
          <div key={count.label}>
            <dt className="flex items-center gap-2 text-muted text-sm">
              <span aria-hidden="true" className={`size-2 rounded-full ${count.bar}`} />
              {count.label}
            </dt>
            <dd className="figures mt-0.5 font-[650] text-3xl tracking-[-0.03em]">
              {grouped(count.number)}
            </dd>
          </div>
        ))}
      </dl>
      {finished > 0 && (
        <div aria-hidden="true" className="mt-5 flex h-2 gap-0.5 overflow-hidden rounded-full">
          {counts.map(
            ({ label, number, bar }) =>
              number > 0 && <span key={label} className={bar} style={{ flexGrow: number }} />,
          )}
        </div>
      )}
    </div>
  );
}
