import { createGame, join, register, type TestUser } from './rest-client.ts';

/** White mates in four moves. */
export const scholarsMate = ['e2e4', 'e7e5', 'd1h5', 'b8c6', 'f1c4', 'g8f6', 'h5f7'] as const;

/** Moves that can be repeated for ever without a draw by repetition before ply 30: both sides tour with their knights. */
export const longPlay = (
  'b1c3 b8c6 c3d5 c6d4 d5f4 d4f5 f4h5 f5h4 a2a3 a7a6 h5g3 h4g6 g3e4 g6e5 e4c3 e5c6 ' +
  'b2b3 b7b6 c3d5 c6d4 d5f4 d4f5 f4h5 f5h4 c2c3 c7c6 h5g3 h4g6 d2d3 d7d6'
).split(' ');

/** A game with both seats taken. */
export interface SeatedGame {
  readonly gameID: number;
  readonly white: TestUser;
  readonly black: TestUser;
  /** Whose turn it is after this many plies. */
  readonly mover: (ply: number) => TestUser;
}

/** @param name distinguishes this game's users from those of other tests on the same server */
export async function seatedGame(url: string, name: string): Promise<SeatedGame> {
  const white = await register(url, `${name}-white`);
  const black = await register(url, `${name}-black`);
  const gameID = await createGame(url, white.token, name);
  await join(url, white.token, 'WHITE', gameID);
  await join(url, black.token, 'BLACK', gameID);
  return { gameID, white, black, mover: (ply) => (ply % 2 === 0 ? white : black) };
}
