import { type Color, type Ending, isVoid, opponentOf } from '../../contract/game/index.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import {
  automaticEnding,
  canClaimThreefold,
  canMate,
  fenOf,
  type GameRecord,
  materialLead,
  play,
  startRecord,
} from '../../rules/index.ts';

type Side<T> = Record<Color, T>;
type Result = string | readonly string[];

/** In a 3-minute game each first move may take 25 s; the flag has the maximum grace; players may be away for 40 s. */
const FIRST_MOVE_MS = 25_000;
const GRACE_MS = 2000;
const DAY_MS = 86_400_000;

/**
 * The expected behaviour of a game, implemented a second time in the simplest way: one mutable object. White is alice,
 * Black is bob. Games are untimed, of 3 minutes and 2 seconds, or of one day per move. Each action returns its result: the
 * code of its error, or the types of its events (for an ending with reason and winner).
 */
export class GameModel {
  status: 'playing' | 'finished' = 'playing';
  ending: Ending | null = null;
  ucis: string[] = [];
  clocks: Side<number> | null;
  turnBeganAtMs: number;
  drawOffer: Color | null = null;
  takebackOffer: Color | null = null;
  rematchOffer: Color | null = null;
  rematched = false;
  lastBeatMs: number;
  readonly here: Side<boolean> = { white: false, black: false };
  readonly away: Side<{ sinceMs: number; left: boolean }>;
  readonly #offeredAt: Side<number> = { white: -100, black: -100 };

  constructor(
    readonly timeControl: TimeControl,
    readonly rated: boolean,
    readonly initialFen: string,
    public nowMs: number,
    serverBeganMs: number,
  ) {
    this.clocks = timeControl.type === 'clock' ? { white: 180_000, black: 180_000 } : null;
    this.turnBeganAtMs = nowMs;
    this.lastBeatMs = serverBeganMs;
    this.away = {
      white: { sinceMs: serverBeganMs, left: false },
      black: { sinceMs: serverBeganMs, left: false },
    };
  }

  get record(): GameRecord {
    return this.ucis.reduce(play, startRecord(this.initialFen));
  }
  get turn(): Color {
    return this.record.position.turn;
  }
  get running(): boolean {
    return this.clocks !== null && this.ucis.length >= 2;
  }

  get dueAtMs(): number | null {
    if (this.status === 'finished' || this.timeControl.type === 'unlimited') return null;
    if (this.timeControl.type === 'correspondence') return this.turnBeganAtMs + DAY_MS;
    if (!this.running) return this.turnBeganAtMs + FIRST_MOVE_MS;
    return this.turnBeganAtMs + (this.clocks?.[this.turn] ?? 0) + GRACE_MS;
  }

  /** From when the waiting player may claim the game. */
  get claimableAtMs(): number | null {
    if (this.timeControl.type === 'unlimited') return this.turnBeganAtMs + 21 * DAY_MS;
    const { turn } = this;
    if (!this.running || this.here[turn]) return null;
    const { sinceMs, left } = this.away[turn];
    const lead = materialLead(fenOf(this.record)) * (turn === 'white' ? 1 : -1);
    const usual = left ? 10_000 : 40_000;
    return (
      Math.max(sinceMs, this.turnBeganAtMs) + (lead <= -4 && !left ? Math.round(usual / 3) : usual)
    );
  }

  /** Advances the time while the server runs. */
  pass(ms: number): void {
    this.nowMs += ms;
    const clocked = this.status === 'playing' && this.clocks !== null;
    if (clocked || this.nowMs >= this.lastBeatMs + 10_000) this.lastBeatMs = this.nowMs;
    this.expire();
  }

  /** The server is killed, is down for this long, and starts again. */
  restart(downMs: number): void {
    this.nowMs += downMs;
    const silentMs = this.nowMs - this.lastBeatMs;
    // A server without a running clock writes heartbeats every 10 s.
    const clocked = this.status === 'playing' && this.clocks !== null;
    if (silentMs > (clocked ? 500 : 10_500) && this.nowMs > this.turnBeganAtMs) {
      this.turnBeganAtMs += this.nowMs - Math.max(this.lastBeatMs, this.turnBeganAtMs);
    }
    this.lastBeatMs = this.nowMs;
    for (const color of ['white', 'black'] as const) {
      this.here[color] = false;
      this.away[color] = { sinceMs: this.nowMs, left: false };
    }
    this.expire();
  }

  expire(): Result {
    const due = this.dueAtMs;
    if (due === null || this.nowMs < due) return [];
    return this.clocks !== null && !this.running ? this.#end('aborted', null) : this.#timeout();
  }

  move(color: Color, ply: number, uci: string, legal: boolean): Result {
    const byThem = (this.ucis.length - ply) % 2 === 0 ? this.turn : opponentOf(this.turn);
    if (this.ucis[ply] === uci && byThem === color) return ['moved'];
    return this.#asked(() => {
      if (ply !== this.ucis.length) return 'stale_ply';
      if (color !== this.turn) return 'not_your_turn';
      if (!legal) return 'illegal_move';
      if (this.clocks && this.running) {
        const left = this.clocks[color] - (this.nowMs - this.turnBeganAtMs);
        if (left <= 0) return this.#timeout();
        this.clocks[color] = left + 2000;
      }
      this.ucis.push(uci);
      this.turnBeganAtMs = this.nowMs;
      this.takebackOffer = null;
      if (this.drawOffer !== color) this.drawOffer = null;
      const ending = automaticEnding(this.record);
      if (!ending) return ['moved'];
      this.#over(ending);
      return ['moved', `ended ${ending.reason} ${ending.winner}`];
    });
  }

  ask(color: Color, what: string): Result {
    const other = opponentOf(color);
    const ply = this.ucis.length;
    if (/Rematch$/.test(what)) return this.#rematch(color, what);
    return this.#asked(() => {
      switch (what) {
        case 'resign':
          return ply < 2 ? 'resign_too_soon' : this.#end('resignation', other);
        case 'abort':
          return ply < 2 ? this.#end('aborted', null, false) : 'abort_too_late';
        case 'offerDraw':
          if (this.drawOffer === other) return this.#end('drawAgreement', null);
          if (ply < 2 || ply < this.#offeredAt[color] + 20) return 'draw_too_soon';
          if (!canMate(this.record, other)) return this.#end('drawAgreement', null);
          this.drawOffer = color;
          this.#offeredAt[color] = ply;
          return ['drawOffered'];
        case 'acceptDraw':
          return this.drawOffer === other ? this.#end('drawAgreement', null) : 'no_draw_offer';
        case 'declineDraw':
          if (this.drawOffer !== other) return 'no_draw_offer';
          this.drawOffer = null;
          return ['drawDeclined'];
        case 'offerTakeback':
          if (this.rated) return 'not_in_rated';
          if (this.takebackOffer === other) return this.#takeBack(other);
          if (this.takebackOffer === color) return 'offer_open';
          if (this.#pliesBack(color) > ply) return 'nothing_to_take_back';
          this.takebackOffer = color;
          return ['takebackOffered'];
        case 'acceptTakeback':
          return this.takebackOffer === other ? this.#takeBack(other) : 'no_takeback_offer';
        case 'declineTakeback':
          if (this.takebackOffer !== other) return 'no_takeback_offer';
          this.takebackOffer = null;
          return ['takebackDeclined'];
        case 'cancelTakeback':
          if (this.takebackOffer !== color) return 'no_takeback_offer';
          this.takebackOffer = null;
          return ['takebackCancelled'];
        case 'giveTime':
          if (this.rated) return 'not_in_rated';
          if (!this.clocks) return 'no_clock';
          this.clocks[other] += 15_000;
          return ['timeGiven'];
        case 'claimDraw':
          if (color !== this.turn) return 'not_your_turn';
          return canClaimThreefold(this.record)
            ? this.#end('threefoldRepetition', null)
            : 'no_claim';
        case 'claimFlag':
          return [];
        default:
          throw new Error(`The model doesn't know ${what}.`);
      }
    });
  }

  claimAbsence(color: Color, result: 'win' | 'draw'): Result {
    return this.#asked(() => {
      const at = this.claimableAtMs;
      if (color === this.turn || at === null || this.nowMs < at) return 'no_claim';
      return this.#end(
        'abandonment',
        result === 'win' && canMate(this.record, color) ? color : null,
      );
    });
  }

  #rematch(color: Color, what: string): Result {
    if (this.status !== 'finished') {
      const flag = this.expire();
      return flag.length > 0 ? flag : 'game_not_over';
    }
    if (what === 'declineRematch') {
      if (this.rematchOffer !== opponentOf(color)) return 'no_rematch_offer';
      this.rematchOffer = null;
      return ['rematchDeclined'];
    }
    if (what === 'cancelRematch') {
      if (this.rematchOffer !== color) return 'no_rematch_offer';
      this.rematchOffer = null;
      return ['rematchCancelled'];
    }
    if (this.rematched) return 'rematch_made';
    if (this.ending && isVoid(this.ending)) return 'no_opponent';
    if (what === 'offerRematch') {
      if (this.rematchOffer !== null) return 'offer_open';
      this.rematchOffer = color;
      return ['rematchOffered'];
    }
    if (this.rematchOffer !== opponentOf(color)) return 'no_rematch_offer';
    this.rematchOffer = null;
    this.rematched = true;
    return ['rematched'];
  }

  /** A player's action in a running game: a flag that has fallen takes precedence. */
  #asked(what: () => Result): Result {
    if (this.status === 'finished') return 'game_over';
    const flag = this.expire();
    return flag.length > 0 ? flag : what();
  }

  #pliesBack(asker: Color): number {
    return this.turn === asker ? 2 : 1;
  }

  #takeBack(asker: Color): Result {
    const plies = this.#pliesBack(asker);
    if (plies > this.ucis.length) return 'nothing_to_take_back';
    this.#charge();
    this.ucis.splice(this.ucis.length - plies);
    this.turnBeganAtMs = this.nowMs;
    this.drawOffer = null;
    this.takebackOffer = null;
    return ['takenBack'];
  }

  /** Charges the elapsed time of the turn to the mover's clock. */
  #charge(): void {
    if (!this.clocks || !this.running) return;
    const left = this.clocks[this.turn] - (this.nowMs - this.turnBeganAtMs);
    this.clocks[this.turn] = Math.max(0, left);
  }

  #timeout(): Result {
    const other = opponentOf(this.turn);
    return this.#end('timeout', canMate(this.record, other) ? other : null);
  }

  #end(reason: Ending['reason'], winner: Color | null, charged = reason !== 'aborted'): Result {
    if (charged) this.#charge();
    this.#over({ reason, winner });
    return [`ended ${reason} ${winner}`];
  }

  #over(ending: Ending): void {
    this.status = 'finished';
    this.ending = ending;
    this.drawOffer = null;
    this.takebackOffer = null;
  }
}
