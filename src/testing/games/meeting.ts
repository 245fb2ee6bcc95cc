import { beforeEach } from 'vitest';
import type { SeekNews } from '../../contract/lobby/seek.ts';
import { procedures } from '../../contract/procedures.ts';
import type { Bench } from '../databases/test-database.ts';
import { makeUsers } from './games-at-hand.ts';
import { type House, houseOn } from './services.ts';

export const blitz = { type: 'clock', limitMs: 180_000, incrementMs: 2000 } as const;

/** How people come to a game, on a bench where alice, bob and carol are known. */
export function meetingOn(bench: Bench) {
  let house: House;
  beforeEach(async () => {
    house = houseOn(bench);
    await makeUsers(bench, 'alice', 'bob', 'carol');
  });
  return {
    get house() {
      return house;
    },

    /** Seeks; gives what it is told, one by one. `stop` is what closing the connection does. */
    seek(username: string, wanted: object = { timeControl: blitz }, at = house) {
      const end = new AbortController();
      const input = procedures.lobby.seek.input.parse(wanted);
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

    /** Who seeks now. */
    waiting: async () =>
      (await bench.dataAccess.seeks.waiting(bench.nowMs)).map(({ username }) => username),

    /** An open game of the lobby, as its host asks for it. */
    async host(username: string, setup: object = { timeControl: blitz }) {
      const wanted = procedures.game.create.input.parse({ setup }).setup;
      if (!wanted) throw new Error('There is no setup.');
      return house.services.createGame.hostGame(username, undefined, wanted);
    },

    accept: async (username: string, gameID: number) =>
      house.services.joinGame.joinGame(await bench.dataAccess.createAuth(username), null, gameID),
  };
}
