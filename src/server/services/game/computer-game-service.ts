import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { type ComputerAvailability, computerName } from '../../../contract/game/computer.ts';
import type { Variant } from '../../../contract/game/index.ts';
import type { GameRequest, GameSetup } from '../../../contract/game/setup.ts';
import { variantName } from '../../../contract/game/variant-names.ts';
import { initialFenOf } from './create-game-service.ts';
import type { GameStarter } from './start-game.ts';

/** What the computer plays with, as far as services need to know. */
export interface EngineState {
  availability(): Promise<ComputerAvailability>;
}

export interface ComputerGameParts {
  readonly engine: EngineState;
  readonly starter: GameStarter;
}

/** A game against the computer: both sit down at once. From then on it is a game like any other. */
export class ComputerGameService {
  constructor(private readonly parts: ComputerGameParts) {}

  /** Whether the computer can play now, and what. */
  availability(): Promise<ComputerAvailability> {
    return this.parts.engine.availability();
  }

  /**
   * @param level the computer's, 1 to 8
   * @returns the game's number; it has begun
   * @throws RookeryError `no_engine`; `variant_unavailable` (field `setup.variant`) when the engine doesn't know it;
   * `already_playing` when the user plays another game with a clock; `bad_request` (field `setup.…`) for a rated game or
   * a position that can't be
   */
  async play(
    username: string,
    gameName: string | undefined,
    wanted: GameRequest,
    level: number,
  ): Promise<number> {
    const { engine, starter } = this.parts;
    const { variant, timeControl, rated, visibility } = wanted;
    requireCasual(wanted);
    requirePlayable(variant, await engine.availability());
    if (timeControl.type === 'clock') await starter.requireFree([username]);
    const chance = randomInt(2) === 0 ? 'white' : 'black';
    const color = wanted.color === 'random' ? chance : wanted.color;
    const computer = computerName(level);
    const setup: GameSetup = {
      variant,
      timeControl,
      rated,
      visibility,
      source: 'computer',
      host: { username, color: wanted.color, rating: null },
      // Nobody else can sit down before it has started.
      invited: computer,
      ratingRange: null,
    };
    return starter.start(
      {
        gameName: gameName ?? `${username}’s game`,
        initialFen: initialFenOf(wanted),
        setup,
        white: color === 'white' ? username : computer,
        black: color === 'white' ? computer : username,
      },
      username,
    );
  }
}

function requireCasual({ rated }: GameRequest): void {
  if (!rated) return;
  throw new RookeryError('bad_request', {
    field: 'setup.rated',
    problem: problem('create.computerCasual'),
  });
}

function requirePlayable(variant: Variant, state: ComputerAvailability): void {
  if (!state.available)
    throw new RookeryError('no_engine', { problem: problem(`engine.${state.reason}`) });
  if (state.variants.includes(variant)) return;
  const variants = state.variants.map((one) => variantName[one]).join(', ');
  throw new RookeryError('variant_unavailable', {
    field: 'setup.variant',
    problem: problem('create.computerVariants', { variants }),
  });
}
