import type { GameSummary } from '../../../contract/game/index.ts';
import { speedOf } from '../../../contract/game/time.ts';
import type { TvChannel } from '../../../contract/lobby/tv.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameKind } from '../../data-access/game/game-finder.ts';
import { AsyncQueue } from '../bus/async-queue.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { GameNews } from '../bus/topics.ts';

/** The content of a channel; null while no game of its kind is running. */
type Shown = { readonly game: GameSummary | null };

interface Channel {
  readonly kind: GameKind;
  readonly listeners: Set<(shown: Shown) => void>;
  game: GameSummary | null;
  /** When to look for another game, ms since 1970; null while the shown game is running. */
  lookAtMs: number | null;
}

/** How long a finished game stays before the next one, ms. */
const AFTER_END_MS = 5000;

/** How often an empty channel queries for a game, ms; it also picks up games that start. */
const LOOK_AGAIN_MS = 10_000;

/** Shows the best running game, and the next when it has ended (G-3): overall, and for each speed and variant. */
export class TvFeed extends Feed {
  readonly #channels = new Map<TvChannel, Channel>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'finder'>,
    bus: Bus,
    private readonly now: () => number,
  ) {
    super(bus);
    bus.subscribe('games', (news) => {
      for (const channel of this.#channels.values()) this.#onNews(channel, news);
    });
  }

  protected onResync(): void {
    this.#lookAnew();
  }

  protected onCleared(): void {
    this.#lookAnew();
  }

  /** Yields a channel's game at each move, then its next games, until `signal` aborts. */
  async *watch(name: TvChannel, signal: AbortSignal): AsyncGenerator<Shown, void> {
    const queue = new AsyncQueue<Shown>();
    const channel = this.#channels.get(name) ?? (await this.#open(name));
    channel.listeners.add(queue.push);
    this.#channels.set(name, channel);
    try {
      yield { game: channel.game };
      yield* queue.items(signal);
    } finally {
      channel.listeners.delete(queue.push);
      if (channel.listeners.size === 0) this.#channels.delete(name);
    }
  }

  /** The game that a channel shows, or would show if it were watched. */
  async current(name: TvChannel): Promise<GameSummary | null> {
    const channel = this.#channels.get(name);
    return channel ? channel.game : this.dataAccess.finder.best(kindOf(name));
  }

  /** Switches channels to their next games when due. To be called about every second. */
  async look(): Promise<void> {
    for (const channel of this.#channels.values()) {
      if (channel.lookAtMs === null || channel.lookAtMs > this.now()) continue;
      channel.lookAtMs = this.now() + LOOK_AGAIN_MS;
      this.#show(channel, await this.dataAccess.finder.best(channel.kind));
    }
  }

  async #open(name: TvChannel): Promise<Channel> {
    const kind = kindOf(name);
    const channel: Channel = { kind, listeners: new Set(), game: null, lookAtMs: this.now() };
    channel.game = await this.dataAccess.finder.best(kind);
    if (channel.game) channel.lookAtMs = null;
    return this.#channels.get(name) ?? channel;
  }

  #lookAnew(): void {
    for (const channel of this.#channels.values()) channel.lookAtMs = this.now();
  }

  #onNews(channel: Channel, { game, statusChanged }: GameNews): void {
    if (channel.game?.gameID === game.gameID) {
      channel.game = game;
      if (game.status !== 'playing') channel.lookAtMs ??= this.now() + AFTER_END_MS;
      for (const listener of channel.listeners) listener({ game });
      return;
    }
    if (!statusChanged || game.status !== 'playing' || !fits(game, channel.kind)) return;
    // A game with a clock replaces a correspondence game.
    const idle = channel.game === null || channel.game.setup.timeControl.type !== 'clock';
    if (idle && (channel.game === null || game.setup.timeControl.type === 'clock')) {
      this.#show(channel, game);
    }
  }

  #show(channel: Channel, game: GameSummary | null): void {
    if (game) channel.lookAtMs = null;
    if (game === null && channel.game === null) return;
    channel.game = game;
    for (const listener of channel.listeners) listener({ game });
  }
}

const fits = ({ setup }: GameSummary, { variant, speed }: GameKind): boolean =>
  setup.visibility === 'lobby' &&
  (variant === undefined || setup.variant === variant) &&
  (speed === undefined || speedOf(setup.timeControl) === speed);

const speeds = new Set<string>(['ultraBullet', 'bullet', 'blitz', 'rapid', 'classical']);

function kindOf(name: TvChannel): GameKind {
  if (name === 'best') return {};
  return (speeds.has(name) ? { speed: name } : { variant: name }) as GameKind;
}
