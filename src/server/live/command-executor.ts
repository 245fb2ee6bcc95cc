import { RookeryError } from '../../contract/errors/index.ts';
import type { GameEvent } from '../../contract/game/index.ts';
import type { DataAccess } from '../data-access/data-access.ts';
import type { GameCommit } from '../data-access/db/records.ts';
import { apply } from '../game/apply.ts';
import { type Command, type Decision, decide, type Moment } from '../game/decide/index.ts';
import { asPublished, numberedFrom } from '../game/late-turn.ts';
import { type GameState, turnOf } from '../game/state.ts';
import { summaryOf } from '../game/views.ts';
import type { PresenceBoard } from './presence/presence.ts';
import type { GamePublisher } from './publisher.ts';
import type { GameCache } from './store/game-cache.ts';
import {
  type Entry,
  type GamesInMemory,
  invalidate,
  loadedState,
} from './store/games-in-memory.ts';
import type { GroupCommitter } from './store/group-committer.ts';
import type { OtherProcesses } from './store/other-processes.ts';
import { repeatedMove } from './store/stored-events.ts';
import type { Heartbeat } from './time/heartbeat.ts';
import type { Schedule } from './time/schedule.ts';

/** How often a decision may lose a race against another writer before the command fails. */
const TRIES = 20;

export interface CommandExecutorParts {
  readonly dataAccess: Pick<DataAccess, 'loadGame' | 'timing'>;
  readonly committer: GroupCommitter;
  readonly memory: GamesInMemory;
  readonly cache: GameCache;
  readonly others: Pick<OtherProcesses, 'haveWritten'>;
  readonly presence: Pick<PresenceBoard, 'absences'>;
  readonly publisher: GamePublisher;
  readonly schedule: Schedule;
  readonly heartbeat: Pick<Heartbeat, 'judged'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Executes the commands of a game in turn: decides, writes, and only then publishes (T-3). */
export class CommandExecutor {
  constructor(private readonly parts: CommandExecutorParts) {}

  /** See `LiveGames.execute`. */
  execute(gameID: number, command: Command): Promise<readonly GameEvent[]> {
    const { cache, heartbeat, now } = this.parts;
    // A command counts from its arrival: waiting for the queue or the disk is not charged to a player.
    const nowMs = heartbeat.judged(now());
    return cache.inTurn(gameID, (entry) => this.#execute(entry, gameID, command, nowMs));
  }

  async #execute(
    entry: Entry,
    gameID: number,
    command: Command,
    nowMs: number,
  ): Promise<readonly GameEvent[]> {
    const { cache, presence, dataAccess } = this.parts;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const state = loadedState(entry) ?? (await cache.load(gameID, entry));
      const moment = {
        nowMs,
        get absence() {
          return presence.absences(state);
        },
      };
      const decided = this.#decide(entry, state, command, moment);
      // Promises only where they are needed: this is the path of every move.
      const decision = decided instanceof Promise ? await decided : decided;
      if (!decision) continue;
      if (decision.events.length === 0) {
        return command.type === 'move' ? repeatedMove(dataAccess, gameID, command) : [];
      }
      const events = await this.#commit(entry, state, decision);
      if (events) return events;
    }
    throw new RookeryError('too_many_requests', { retryAfterSeconds: 1 });
  }

  /** Ends a game whose time has run out, or else updates its deadline. */
  async expire(gameID: number): Promise<void> {
    const { memory, schedule } = this.parts;
    try {
      await this.execute(gameID, { type: 'expire' });
      const state = memory.known(gameID);
      if (state) schedule.follow(state);
    } catch (error) {
      if (!(error instanceof RookeryError && error.code === 'unknown_game')) throw error;
      schedule.remove(gameID);
    }
  }

  /** Decides, but rejects no command on an outdated state. @returns null when the state is outdated: decide again */
  #decide(
    entry: Entry,
    state: GameState,
    command: Command,
    moment: Moment,
  ): Decision | Promise<null> {
    try {
      return decide(state, command, moment);
    } catch (error) {
      return this.#unlessOutdated(entry, state, error);
    }
  }

  /** @throws `error` unless the state is outdated */
  async #unlessOutdated(entry: Entry, state: GameState, error: unknown): Promise<null> {
    if (!(await this.parts.others.haveWritten(state))) throw error;
    invalidate(entry);
    return null;
  }

  /** Writes a decision and publishes it. @returns null when another writer was faster: decide again */
  async #commit(
    entry: Entry,
    state: GameState,
    decision: Decision,
  ): Promise<readonly GameEvent[] | null> {
    const { committer, publisher, dataAccess, now } = this.parts;
    const atMs = now();
    const numbered = numberedFrom(state.lastEvent + 1, decision.events, atMs);
    const play = (events: readonly GameEvent[]) =>
      events.reduce((before, event) => apply(before, event, decision), state);
    const next = play(numbered);
    const commit: GameCommit = {
      gameID: state.gameID,
      afterEvent: state.lastEvent,
      events: numbered,
      row: summaryOf(next),
      quotaMs: decision.quotas?.[turnOf(state)],
    };
    const committed = await committer.commit(commit).catch((error) => {
      invalidate(entry); // whether it was written is unknown
      throw error;
    });
    if (!committed) {
      invalidate(entry); // the other writer's events may not have been published here
      return null;
    }
    const events = asPublished(committed.events, next, atMs, now());
    const isAsWritten = events === numbered;
    const after = isAsWritten ? next : play(events);
    entry.cached = { type: 'loaded', state: after };
    const row = isAsWritten ? commit.row : summaryOf(after);
    publisher.publish(after, events, next.status !== state.status, row);
    if (events !== committed.events) {
      dataAccess.timing.retime({ ...commit, events, row }).catch(() => {});
    }
    return events;
  }
}
