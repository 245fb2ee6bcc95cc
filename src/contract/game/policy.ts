import type { GameSetup } from './setup.ts';

/** What follows from how a game came about. */
export interface GamePolicy {
  /** Each side's first move is due within seconds, or the game is aborted (C-7). */
  readonly quickFirstMove: boolean;
  /** Until both have moved it is aborted, not resigned (E-4); a game of the API can be resigned at once (W-4). */
  readonly abortable: boolean;
  /** It has rooms to chat in (G-4). */
  readonly chat: boolean;
  /** Its players may be at another board with a clock meanwhile. */
  readonly simultaneous: boolean;
  /** Its players are taken to the board when it begins, also without a clock; with one they always are. */
  readonly autoJoin: boolean;
  /** It ends its players' search for a game over days; with a clock any game does. */
  readonly endsDaysSeek: boolean;
  /** After it the next opponent is offered. */
  readonly nextOpponent: boolean;
}

const usual: GamePolicy = {
  quickFirstMove: false,
  abortable: true,
  chat: true,
  simultaneous: false,
  autoJoin: false,
  endsDaysSeek: false,
  nextOpponent: false,
};

const policies: Readonly<Record<GameSetup['source'], GamePolicy>> = {
  api: { ...usual, abortable: false },
  lobby: { ...usual, quickFirstMove: true },
  pairing: { ...usual, quickFirstMove: true, endsDaysSeek: true, nextOpponent: true },
  link: { ...usual, simultaneous: true, autoJoin: true },
  challenge: usual,
  computer: { ...usual, chat: false },
  rematch: { ...usual, nextOpponent: true },
};

/** The one place where a game's source decides what may be done in it. */
export const policyOf = ({ source }: Pick<GameSetup, 'source'>): GamePolicy => policies[source];
