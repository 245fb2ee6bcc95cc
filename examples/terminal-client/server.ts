/** What the list of games says of one. */
interface ListedGame {
  readonly gameID: number;
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
  readonly gameName: string;
}

interface Session {
  readonly username: string;
  readonly authToken: string;
}

/** The seven flows by REST. Every method throws the server's own words when it is refused. */
export class Server {
  /** @param url `http://localhost:3000` */
  constructor(readonly url: string) {}

  register = (username: string, password: string, email: string) =>
    this.#call<Session>('POST', '/user', null, { username, password, email });

  login = (username: string, password: string) =>
    this.#call<Session>('POST', '/session', null, { username, password });

  logout = (token: string) => this.#call<object>('DELETE', '/session', token);

  list = async (token: string, status: string) => {
    const query = status ? `&status=${encodeURIComponent(status)}` : '';
    const path = `/game?limit=1000${query}`;
    return (await this.#call<{ games: ListedGame[] }>('GET', path, token)).games;
  };

  create = async (token: string, gameName: string) =>
    (await this.#call<{ gameID: number }>('POST', '/game', token, { gameName })).gameID;

  join = (token: string, playerColor: string, gameID: number) =>
    this.#call<object>('PUT', '/game', token, { playerColor, gameID });

  async #call<T>(method: string, path: string, token: string | null, body?: object): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: token === null ? {} : { authorization: token },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text || '{}') as T;
    throw new Error(messageOf(text) ?? `The server answered ${answer.status}.`);
  }
}

function messageOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { message?: string }).message;
  } catch {
    return undefined;
  }
}
