import type { GameSummary } from '../../../contract/game/index.ts';
import { gamesText } from '../../../generated/texts/games.ts';

/** Something that has happened in a game of the reader's. */
export interface Notice {
  readonly gameID: number;
  readonly text: string;
  /** Whether the game's page has more to show. */
  readonly link: boolean;
}

/** What a change in a game tells one of its players who is elsewhere; null for nothing. */
export function noticeOf(game: GameSummary, began: boolean, username: string): Notice | null {
  const { gameID, ending, setup } = game;
  if (began)
    return {
      gameID,
      text: gamesText('notice.joined', { name: opponentIn(game, username) }),
      link: true,
    };
  if (setup.host?.username !== username || ending?.reason !== 'declined') return null;
  return {
    gameID,
    text: gamesText('notice.declined', { name: setup.invited ?? gamesText('opponent.yours') }),
    link: false,
  };
}

/** Who plays against the reader, or may; “Somebody” while nobody does. */
export function opponentIn(game: GameSummary, username: string): string {
  const { whiteUsername, blackUsername, setup } = game;
  const others = [whiteUsername, blackUsername, setup.host?.username, setup.invited];
  return others.find((name) => name && name !== username) ?? gamesText('opponent.unknown');
}
