import { beforeEach, describe, expect, test } from 'vitest';
import type { GameSetup } from '../../contract/game/setup.ts';
import { startRecord } from '../../rules/index.ts';
import { isOffered, type OpenSelection } from '../../server/data-access/lobby/open-games.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeUsers } from '../games/games-at-hand.ts';

const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;
const rapid = { type: 'clock', limitMs: 600_000, incrementMs: 0 } as const;

/** The behaviour of data access to open games. */
export function openGamesContract(db: DatabaseFixture): void {
  const offer = (more: Partial<GameSetup>, rating: number | null = null) =>
    db.dataAccess.createGameID('a game', startRecord().initialFen, db.nowMs, {
      variant: 'standard',
      timeControl: blitz,
      rated: false,
      visibility: 'lobby',
      source: 'lobby',
      invited: null,
      ratingRange: null,
      host: {
        username: 'alice',
        color: 'random',
        rating: rating === null ? null : { rating, provisional: false },
      },
      ...more,
    });
  const found = async (selection: OpenSelection, limit = 100) =>
    (await db.dataAccess.finder.offered(selection, limit)).map(({ gameID }) => gameID);

  describe('open games', () => {
    beforeEach(() => makeUsers(db, 'alice', 'bob'));

    test('G-3 open games are found by speed, variant, rating mode and strength, newest first', async () => {
      const kinds: [Partial<GameSetup>, number | null][] = [
        [{}, null],
        [{ timeControl: rapid, rated: true }, 1500],
        [{ variant: 'atomic', rated: true }, 1712],
        [{ ratingRange: { min: 1600, max: 1700 } }, 1600],
        [{ timeControl: { type: 'unlimited' } }, null],
        [{ timeControl: { type: 'correspondence', daysPerMove: 3 }, rated: true }, 1400],
        // Not listed for others.
        [{ visibility: 'link' }, 1500],
        [{ invited: 'bob' }, 1500],
      ];
      const ids: number[] = [];
      for (const [setup, rating] of kinds) {
        db.nowMs += 1000;
        ids.push(await offer(setup, rating));
      }
      const [plain = 0, fast = 0, atomic = 0, range = 0, endless = 0, days = 0] = ids;
      const near = (within: number, ...ratings: [number?]) => ({
        near: {
          within,
          ratings: ratings.map((rating = 0) => ({
            variant: 'standard' as const,
            speed: 'blitz' as const,
            rating,
          })),
        },
      });
      const expected: [OpenSelection, number[]][] = [
        [{}, [days, endless, range, atomic, fast, plain]],
        [{ speed: 'blitz' }, [range, atomic, plain]],
        [{ speed: 'correspondence' }, [days, endless]],
        [{ variant: 'atomic' }, [atomic]],
        [{ variant: 'horde' }, []],
        [{ rated: true }, [days, atomic, fast]],
        [{ rated: false, speed: 'blitz' }, [range, plain]],
        // Without any other information the caller's rating is 1500.
        [near(100), [days, fast]],
        [near(250, 1650), [days, range, atomic, fast]],
        [near(250, 1590), [days, atomic, fast]],
      ];
      const all = await db.dataAccess.finder.offered({}, 100);
      for (const [selection, games] of expected) {
        expect(await found(selection), JSON.stringify(selection)).toEqual(games);
        // Events and queries use the same filter.
        const heard = all.filter((game) => isOffered(game, selection));
        expect(heard.map(({ gameID }) => gameID)).toEqual(games);
      }
      const [offered] = await db.dataAccess.finder.offered({ variant: 'atomic' }, 1);
      expect(offered).toEqual(await db.dataAccess.getGame(atomic));
      expect(offered?.setup.host?.rating).toEqual({ rating: 1712, provisional: false });
    });

    test('G-3 pages follow each other without gap or repetition, also with games created at the same time', async () => {
      const made: number[] = [];
      for (let n = 0; n < 12; n++) {
        if (n % 5 === 0) db.nowMs += 1000;
        made.push(await offer({ variant: n % 2 ? 'horde' : 'standard' }));
      }
      const pages: number[] = [];
      let after: OpenSelection['after'];
      for (;;) {
        const games = await db.dataAccess.finder.offered(after ? { after } : {}, 4);
        const last = games.at(-1);
        if (!last) break;
        pages.push(...games.map(({ gameID }) => gameID));
        after = { changedAtMs: last.changedAtMs, gameID: last.gameID };
      }
      expect(pages).toEqual(made.reverse());
    });
  });
}
