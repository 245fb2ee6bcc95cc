// A browser client on its own origin: signs in, creates and joins games, plays, and follows live.
// Serve it with `npx vite examples/browser-app`; ?server= names another server than http://localhost:3000.
import { apiErrorOf, createRookeryClient, type GameView, type RookeryClient } from 'rookery/client';

const url = new URLSearchParams(location.search).get('server') ?? 'http://localhost:3000';

/** One element of the page by its id. */
function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} ${id}.`);
}

const signIn = byId('sign-in', HTMLFormElement);
const join = byId('join', HTMLFormElement);
const move = byId('move', HTMLFormElement);

/** A form's trimmed text, by the field's name. */
const textOf = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name)).trim();

/** Runs `work` when the form is submitted, and shows its error. */
function onSubmit(form: HTMLFormElement, work: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    byId('error', HTMLElement).textContent = '';
    work().catch((error) => {
      const apiError = apiErrorOf(error);
      byId('error', HTMLElement).textContent = apiError?.message ?? `${url} does not answer.`;
    });
  });
}

let client: RookeryClient | null = null;
let view: GameView | null = null;
let stopWatching = () => {};

onSubmit(signIn, async () => {
  const visitor = createRookeryClient({ url });
  const credentials = {
    username: textOf(signIn, 'username'),
    password: textOf(signIn, 'password'),
  };
  const { username, authToken } = await visitor.api.auth.login
    .mutate(credentials)
    .finally(() => visitor.close());
  // A page of another origin has no cookie: it sends the token.
  client = createRookeryClient({ url, token: authToken });
  byId('user', HTMLElement).textContent = `Signed in as ${username}`;
  signIn.hidden = true;
  byId('signed-in', HTMLElement).hidden = false;
});

onSubmit(join, async () => {
  if (!client) return;
  const { api } = client;
  const typed = textOf(join, 'gameID');
  const gameID =
    typed === ''
      ? (await api.game.create.mutate({ gameName: 'From a browser app' })).gameID
      : Number(typed);
  const color = textOf(join, 'color') === 'black' ? 'black' : 'white';
  await api.game.join.mutate({ gameID, color });
  stopWatching();
  stopWatching = client.watchGame(gameID, show);
  move.hidden = false;
});

onSubmit(move, async () => {
  if (client && view) await client.move(view, textOf(move, 'uci'));
  move.reset();
});

/** Shows the current game; called at once, and after every event. */
function show(game: GameView): void {
  view = game;
  const names = `${game.whiteUsername ?? 'nobody'} – ${game.blackUsername ?? 'nobody'}`;
  byId('game', HTMLElement).textContent = `Game ${game.gameID}: ${names}`;
  const [rows = ''] = game.fen.split(' ');
  byId('board', HTMLElement).textContent = rows
    .replaceAll(/\d/g, (empty) => '.'.repeat(Number(empty)))
    .replaceAll('/', '\n');
  const items = game.moves.map(({ san }) => {
    const item = document.createElement('li');
    item.textContent = san;
    return item;
  });
  byId('moves', HTMLElement).replaceChildren(...items);
}
