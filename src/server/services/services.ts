import type { Settings } from '../base/settings.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus } from '../live/bus/bus.ts';
import type { LobbyFeed } from '../live/feeds/lobby-feed.ts';
import type { TvFeed } from '../live/feeds/tv-feed.ts';
import type { UserFeed } from '../live/feeds/user-feed.ts';
import type { LiveGames } from '../live/live-games.ts';
import { GuestService } from './account/guest-service.ts';
import { LoginService } from './account/login-service.ts';
import { LogoutService } from './account/logout-service.ts';
import { PasswordHasher } from './account/password-hasher.ts';
import { passwordRules } from './account/password-rules.ts';
import { PasswordService } from './account/password-service.ts';
import { ProfileService } from './account/profile-service.ts';
import { RegistrationService } from './account/registration-service.ts';
import { SessionService } from './account/session-service.ts';
import { ListenService } from './chat/listen-service.ts';
import { RelationService } from './chat/relation-service.ts';
import { ReportService } from './chat/report-service.ts';
import { ReviewReportsService } from './chat/review-reports-service.ts';
import { SayService } from './chat/say-service.ts';
import { ClearApplicationService } from './clear-application-service.ts';
import { ComputerGameService, type EngineState } from './game/computer-game-service.ts';
import { CreateGameService } from './game/create-game-service.ts';
import { JoinGameService } from './game/join-game-service.ts';
import { ListGameService } from './game/list-game-service.ts';
import { MakeMoveService } from './game/make-move-service.ts';
import { PlayerActionService } from './game/player-action-service.ts';
import { RematchService } from './game/rematch-service.ts';
import { GameStarter } from './game/start-game.ts';
import { WatchGameService } from './game/watch-game-service.ts';
import { LobbyService } from './lobby/lobby-service.ts';
import { PairingService } from './lobby/pairing-service.ts';
import { RatingsService } from './rating/ratings-service.ts';
import { SeatRatings } from './rating/seat-ratings.ts';

export interface ServiceParts {
  readonly dataAccess: DataAccess;
  readonly liveGames: LiveGames;
  readonly feeds: Feeds;
  readonly bus: Bus;
  readonly settings: Settings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The computer's engine. */
  readonly engine: EngineState;
}

/** Live feeds other than those of single games. */
interface Feeds {
  readonly lobby: LobbyFeed;
  /** Each user's unfinished games. */
  readonly user: UserFeed;
  readonly tv: TvFeed;
}

/** Every use case, built once. */
export function createServices(parts: ServiceParts) {
  const { dataAccess, liveGames, feeds, bus, settings, now, engine } = parts;
  const ratings = new SeatRatings(dataAccess);
  const hasher = new PasswordHasher(settings.HASH_QUEUE);
  const createGame = new CreateGameService(dataAccess, liveGames, ratings, now);
  const checkPassword = passwordRules(settings.mode);
  const session = new SessionService(dataAccess, bus);
  const shared = { dataAccess, liveGames, bus, now };
  const starter = new GameStarter({ ...shared, ratings });
  return {
    registration: new RegistrationService(dataAccess, hasher, checkPassword),
    guest: new GuestService({ ...shared, hasher, checkPassword }),
    pairing: new PairingService({ ...shared, ratings, starter }),
    ratings: new RatingsService(dataAccess),
    login: new LoginService(dataAccess, hasher),
    session,
    password: new PasswordService({ dataAccess, hasher, checkPassword, sessions: session }),
    logout: new LogoutService(dataAccess, bus),
    listGame: new ListGameService(dataAccess),
    lobby: new LobbyService(dataAccess, feeds.lobby),
    myGames: feeds.user,
    tv: feeds.tv,
    watchGame: new WatchGameService(liveGames),
    createGame,
    computerGame: new ComputerGameService({ engine, starter }),
    joinGame: new JoinGameService(dataAccess, ratings, starter),
    clearApplication: new ClearApplicationService(dataAccess, liveGames, bus),
    makeMove: new MakeMoveService(liveGames),
    ask: new PlayerActionService(liveGames),
    rematch: new RematchService({ ...shared, starter }),
    say: new SayService(dataAccess, liveGames, bus, now),
    listen: new ListenService(dataAccess, liveGames, bus),
    report: new ReportService(dataAccess, liveGames, now),
    reviewReports: new ReviewReportsService(dataAccess),
    relation: new RelationService(dataAccess, bus, now),
    profile: new ProfileService(dataAccess),
  };
}

export type Services = ReturnType<typeof createServices>;
