import { beforeEach } from 'vitest';
import type { SeekNews } from '../../contract/lobby/seek.ts';
import { procedures } from '../../contract/procedures.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';
import { makeUsers } from './games-at-hand.ts';
import { type TestServices, testServicesOn } from './services.ts';

export const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;

/** Ways to start games, in a database with the users alice, bob and carol. */
export function pairingOn(db: DatabaseFixture) {
  let app: TestServices;
  beforeEach(async () => {
    app = testServicesOn(db);
    await makeUsers(db, 'alice', 'bob', 'carol');
  });
  return {
    get app() {
      return app;
    },

    /** Seeks; returns the messages one by one. `stop` closes the connection. */
    seek(username: string, request: object = { timeControl: blitz }, at = app) {
      const end = new AbortController();
      const input = procedures.lobby.seek.input.parse(request);
      const news = at.services.pairing.seek(username, input, end.signal);
      const next = async (): Promise<SeekNews | undefined> =>
        (await news.next()).value ?? undefined;
      return {
        next,
        async stop() {
          end.abort();
          await news.return(undefined);
        },
      };
    },

    /** The users with a seek. */
    waiting: async () =>
      (await db.dataAccess.seeks.waiting(db.nowMs)).map(({ username }) => username),

    /** An open game of the lobby, as its host requests it. */
    async host(username: string, setup: object = { timeControl: blitz }) {
      const request = procedures.game.create.input.parse({ setup }).setup;
      if (!request) throw new Error('The setup is missing.');
      return app.services.createGame.hostGame(username, undefined, request);
    },

    accept: async (username: string, gameID: number) =>
      app.services.joinGame.joinGame(await db.dataAccess.createAuth(username), null, gameID),
  };
}
