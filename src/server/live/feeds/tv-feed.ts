import type { GameSummary } from '../../../contract/game/index.ts';
import { speedOf } from '../../../contract/game/time.ts';
import type { TvChannel } from '../../../contract/lobby/tv.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { GameKind } from '../../data-access/game/game-finder.ts';
import { AsyncQueue } from '../bus/async-queue.ts';
import type { Bus } from '../bus/bus.ts';
import { Feed } from '../bus/feed.ts';
import type { GameNews } from '../bus/topics.ts';

/** What a channel shows: a game, or nothing while none runs. */
type Shown = { readonly game: GameSummary | null };

interface Channel {
  readonly kind: GameKind;
  readonly listeners: Set<(shown: Shown) => void>;
  game: GameSummary | null;
  /** When another game is to be looked for, ms since 1970; null while one is shown that still runs. */
  lookAtMs: number | null;
}

/** How long the end of a game is shown before the next one, ms. */
const AFTER_END_MS = 5000;

/** How often an empty channel looks for a game, besides hearing of those that begin, ms. */
const LOOK_AGAIN_MS = 10_000;

/** The best running game, live, and another when it has ended (G-3). One for all games, and one for each speed and variant. */
export class TvFeed extends Feed {
  readonly #channels = new Map<TvChannel, Channel>();

  constructor(
    private readonly dataAccess: Pick<DataAccess, 'finder'>,
    bus: Bus,
    private readonly now: () => number,
  ) {
    super(bus);
    bus.subscribe('games', (news) => {
      for (const channel of this.#channels.values()) this.#hear(channel, news);
    });
  }

  protected onResync(): void {
    this.#lookAnew();
  }

  protected onCleared(): void {
    this.#lookAnew();
  }

  /** The game that a channel shows, at each of its moves, then the next game, until `signal` aborts. */
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

  /** The game that a channel would show now. */
  async current(name: TvChannel): Promise<GameSummary | null> {
    const channel = this.#channels.get(name);
    return channel ? channel.game : this.dataAccess.finder.best(kindOf(name));
  }

  /** Goes on to other games where it is time; to be called every second or so. */
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

  #hear(channel: Channel, { game, statusChanged }: GameNews): void {
    if (channel.game?.gameID === game.gameID) {
      channel.game = game;
      if (game.status !== 'playing') channel.lookAtMs ??= this.now() + AFTER_END_MS;
      for (const tell of channel.listeners) tell({ game });
      return;
    }
    if (!statusChanged || game.status !== 'playing' || !fits(game, channel.kind)) return;
    // A game with a clock is not kept waiting for one over days.
    const idle = channel.game === null || channel.game.setup.timeControl.type !== 'clock';
    if (idle && (channel.game === null || game.setup.timeControl.type === 'clock')) {
      this.#show(channel, game);
    }
  }

  #show(channel: Channel, game: GameSummary | null): void {
    if (game) channel.lookAtMs = null;
    if (game === null && channel.game === null) return;
    channel.game = game;
    for (const tell of channel.listeners) tell({ game });
  }
}

const fits = ({ setup }: GameSummary, { variant, speed }: GameKind): boolean =>
  setup.visibility === 'lobby' &&
  (variant === undefined || setup.variant === variant) &&
  (speed === undefined || speedOf(setup.timeControl) === speed);

const speeds = new Set<string>(['ultraBullet', 'bullet', 'blitz', 'rapid', 'classical']);

/** The kinds of games of a channel. */
function kindOf(name: TvChannel): GameKind {
  if (name === 'best') return {};
  return (speeds.has(name) ? { speed: name } : { variant: name }) as GameKind;
}
