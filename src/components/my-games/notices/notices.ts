import type { GameSummary } from '../../../contract/game/index.ts';
import { gamesText } from '../../../generated/texts/games.ts';

/** News of one of the reader's games. */
export interface Notice {
  readonly gameID: number;
  readonly text: string;
  /** Whether it links to the game. */
  readonly link: boolean;
}

/** The notice of a change in a game for a player who is on another page; null for none. */
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

/** The name of the reader's opponent, who may only be invited; “Somebody” while there is none. */
export function opponentIn(game: GameSummary, username: string): string {
  const { whiteUsername, blackUsername, setup } = game;
  const others = [whiteUsername, blackUsername, setup.host?.username, setup.invited];
  return others.find((name) => name && name !== username) ?? gamesText('opponent.unknown');
}
