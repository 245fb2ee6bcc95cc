/** A game as the server sends it (the fields that are used here). */
export interface Game {
  readonly gameID: number;
  readonly gameName: string;
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
  readonly teamTurn: 'WHITE' | 'BLACK';
  readonly fen: string;
  readonly status: 'open' | 'playing' | 'finished';
  readonly moves: readonly string[];
  readonly board: readonly (readonly ({ pieceColor: string; type: string } | null)[])[];
}

/** A game in the list of games. */
export type ListedGame = Pick<Game, 'gameID' | 'gameName' | 'whiteUsername' | 'blackUsername'>;

export type ServerMessage =
  | { readonly serverMessageType: 'LOAD_GAME'; readonly game: Game }
  | { readonly serverMessageType: 'NOTIFICATION'; readonly message: string }
  | { readonly serverMessageType: 'ERROR'; readonly errorMessage: string };

export type Session = { readonly username: string; readonly authToken: string };

/** Calls REST. @throws Error with the server's message */
export async function rest<T>(method: string, url: string, token = '', body?: object): Promise<T> {
  const headers = token ? { authorization: token } : {};
  const request = { method, headers, body: body ? JSON.stringify(body) : null };
  const answer = await fetch(url, request).catch(() => null);
  if (!answer) throw new Error(`No answer from ${url}.`);
  const content = (await answer.json().catch(() => ({}))) as T & { message?: string };
  if (!answer.ok) throw new Error(content.message ?? `The server answered ${answer.status}.`);
  return content;
}
