'use client';

import Link from 'next/link';
import { CreateGame } from '../lobby/create-game.tsx';
import { JoinButtons } from '../lobby/join-buttons.tsx';
import { buttonClass } from '../ui/button.tsx';
import { GameActions } from './game-actions.tsx';
import { MoveInput } from './move-input.tsx';
import type { GamePage } from './use-game-page.ts';

export interface GameFootProps {
  readonly page: GamePage;
  /** Who is looking; null for somebody not signed in. */
  readonly username: string | null;
}

/** What the reader can do now: play, take a seat, or go on to another game. Absent for who only watches. */
export function GameFoot({ page, username }: GameFootProps) {
  const { game, standing, seats } = page;
  if (standing.type === 'over') {
    return (
      <div className="game-foot flex flex-wrap gap-2 p-3">
        <Link href="/lobby" className={buttonClass('plain', 'small')}>
          Back to the lobby
        </Link>
        {seats.length > 0 && <CreateGame username={username} size="small" />}
      </div>
    );
  }
  if (seats.length > 0) {
    return (
      <div className="game-foot">
        <MoveInput onMove={page.typeMove} />
        <GameActions game={game} offer={standing.offer} onRefused={page.refuse} />
      </div>
    );
  }
  if (standing.waitingFor.length === 0) return null;
  return (
    <div className="game-foot p-3">
      <JoinButtons game={game} username={username} size="small" />
    </div>
  );
}
