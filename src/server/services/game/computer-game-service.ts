import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { computerName } from '../../../contract/game/computer.ts';
import type { ComputerAvailability } from '../../../contract/game/computer-availability.ts';
import type { Variant } from '../../../contract/game/index.ts';
import type { GameRequest, GameSetup } from '../../../contract/game/setup.ts';
import { variantName } from '../../../contract/game/variant-names.ts';
import { initialFenOf } from './create-game-service.ts';
import type { GameStarter } from './start-game.ts';

/** The part of the engine that services use. */
export interface EngineState {
  availability(): Promise<ComputerAvailability>;
}

export interface ComputerGameParts {
  readonly engine: EngineState;
  readonly starter: GameStarter;
}

/** Starts a game against the computer, with both players seated at once. */
export class ComputerGameService {
  constructor(private readonly parts: ComputerGameParts) {}

  /** Whether the computer can play now, and which variants. */
  availability(): Promise<ComputerAvailability> {
    return this.parts.engine.availability();
  }

  /**
   * @param level the computer's, 1 to 8
   * @returns the number of the started game
   * @throws RookeryError `no_engine`; `variant_unavailable` (field `setup.variant`) when the engine doesn't support it;
   * `already_playing` when the user plays another game with a clock; `bad_request` (field `setup.…`) for a rated game or
   * an invalid position
   */
  async play(
    username: string,
    gameName: string | undefined,
    request: GameRequest,
    level: number,
  ): Promise<number> {
    const { engine, starter } = this.parts;
    const { variant, timeControl, rated, visibility } = request;
    requireCasual(request);
    requirePlayable(variant, await engine.availability());
    if (timeControl.type === 'clock') await starter.requireFree([username]);
    const chance = randomInt(2) === 0 ? 'white' : 'black';
    const color = request.color === 'random' ? chance : request.color;
    const computer = computerName(level);
    const setup: GameSetup = {
      variant,
      timeControl,
      rated,
      visibility,
      source: 'computer',
      host: { username, color: request.color, rating: null },
      // Prevents others from taking the seat before the start.
      invited: computer,
      ratingRange: null,
    };
    return starter.start(
      {
        gameName: gameName ?? `${username}’s game`,
        initialFen: initialFenOf(request),
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
