import type { ChatRoom, ReportReason } from '../../../contract/chat/index.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { LiveGames } from '../../live/live-games.ts';
import { requireReader } from './rooms.ts';

/** A limit per user, so that nobody floods the administrators. */
const MOST_A_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reports a message to the administrators (G-4). */
export class ReportService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'chat'>,
    private readonly liveGames: Pick<LiveGames, 'summary'>,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /**
   * Reporting a message again has no effect.
   * @throws RookeryError `unknown_game`; the errors of reading the room; `bad_request` for an unknown message or one's own;
   * `too_many_requests`
   */
  async report(
    reporter: string,
    message: { readonly gameID: number; readonly room: ChatRoom; readonly number: number },
    reason: ReportReason,
  ): Promise<void> {
    const { chat } = this.dataAccess;
    const { gameID, room, number } = message;
    requireReader(await this.liveGames.summary(gameID), room, reporter);
    const found = await chat.one({ gameID, room }, number);
    if (!found || found.username === reporter) {
      throw new RookeryError('bad_request', {
        field: 'number',
        problem: problem(found ? 'chat.ownMessage' : 'chat.noMessage'),
      });
    }
    const atMs = this.now();
    if ((await chat.countReports(reporter, atMs - DAY_MS)) >= MOST_A_DAY) {
      throw new RookeryError('too_many_requests', {
        problem: problem('chat.reportedEnough'),
        retryAfterSeconds: 60 * 60,
      });
    }
    await chat.report({ reporter, gameID, room, number, reported: found.username, reason, atMs });
  }
}
