import type { GameSetup } from './setup.ts';

/** Rules that depend on how a game was created. */
export interface GamePolicy {
  /** Each side's first move is due within seconds, else the game is aborted (C-7). */
  readonly quickFirstMove: boolean;
  /** Until both sides have moved the game is aborted, not resigned (E-4); a game of the API can be resigned at once (W-4). */
  readonly abortable: boolean;
  /** The game has chat rooms (G-4). */
  readonly chat: boolean;
  /** Its players may play another game with a clock at the same time. */
  readonly simultaneous: boolean;
  /** Its players are taken to the board when it starts, also without a clock; with a clock they always are. */
  readonly autoJoin: boolean;
  /** Its start ends the players' seeks for a correspondence game; a game with a clock always ends them. */
  readonly endsDaysSeek: boolean;
  /** Afterwards the page offers a next opponent. */
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

/** The rules of a game by its source; nothing else decides by the source. */
export const policyOf = ({ source }: Pick<GameSetup, 'source'>): GamePolicy => policies[source];
