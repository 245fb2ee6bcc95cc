import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus } from '../live/bus.ts';
import type { LiveGames } from '../live/live-games.ts';
import type { Settings } from '../settings.ts';
import { AskService } from './ask-service.ts';
import { ListenService } from './chat/listen-service.ts';
import { ReportService } from './chat/report-service.ts';
import { SayService } from './chat/say-service.ts';
import { SilenceService } from './chat/silence-service.ts';
import { ClearApplicationService } from './clear-application-service.ts';
import { ComputerGameService, type EngineState } from './computer-game-service.ts';
import { CreateGameService } from './create-game-service.ts';
import { Engagement } from './engagement.ts';
import { GuestService } from './guest-service.ts';
import { JoinGameService } from './join-game-service.ts';
import { ListGameService } from './list-game-service.ts';
import { LoginService } from './login-service.ts';
import { LogoutService } from './logout-service.ts';
import { MakeMoveService } from './make-move-service.ts';
import { OpenGamesService } from './open-games-service.ts';
import { PairingService } from './pairing-service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { passwordRules } from './password-rules.ts';
import { ProfileService } from './profile-service.ts';
import { RatingsService } from './ratings-service.ts';
import { RegistrationService } from './registration-service.ts';
import { RematchService } from './rematch-service.ts';
import { SeatRatings } from './seat-ratings.ts';
import { SessionService } from './session-service.ts';
import { Withdrawal } from './withdrawal.ts';

export interface ServiceParts {
  readonly dataAccess: DataAccess;
  readonly liveGames: LiveGames;
  readonly bus: Bus;
  readonly settings: Settings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What the computer plays with. */
  readonly engine: EngineState;
}

/** Every use case, built once. */
export function createServices(parts: ServiceParts) {
  const { dataAccess, liveGames, bus, settings, now, engine } = parts;
  const ratings = new SeatRatings(dataAccess);
  const hasher = new PasswordHasher(settings.HASH_QUEUE);
  const createGame = new CreateGameService(dataAccess, liveGames, ratings, now);
  const checkPassword = passwordRules(settings.mode);
  const withdrawal = new Withdrawal(dataAccess, liveGames);
  const engagement = new Engagement(dataAccess, now);
  const shared = { dataAccess, liveGames, bus, now };
  return {
    registration: new RegistrationService(dataAccess, hasher, checkPassword),
    guest: new GuestService({ ...shared, hasher, checkPassword }),
    pairing: new PairingService({ ...shared, ratings, withdrawal }),
    ratings: new RatingsService(dataAccess),
    login: new LoginService(dataAccess, hasher),
    session: new SessionService(dataAccess),
    logout: new LogoutService(dataAccess, bus),
    listGame: new ListGameService(dataAccess),
    openGames: new OpenGamesService(dataAccess),
    createGame,
    computerGame: new ComputerGameService({
      ...shared,
      createGame,
      ratings,
      engine,
      engagement,
      withdrawal,
    }),
    joinGame: new JoinGameService(dataAccess, liveGames, ratings, withdrawal, engagement),
    clearApplication: new ClearApplicationService(dataAccess, liveGames, bus),
    makeMove: new MakeMoveService(liveGames),
    ask: new AskService(liveGames),
    rematch: new RematchService({ ...shared, ratings, withdrawal, engagement }),
    say: new SayService(dataAccess, liveGames, bus, now),
    listen: new ListenService(dataAccess, liveGames, bus),
    report: new ReportService(dataAccess, liveGames, now),
    silence: new SilenceService(dataAccess, bus, now),
    profile: new ProfileService(dataAccess),
  };
}

export type Services = ReturnType<typeof createServices>;
