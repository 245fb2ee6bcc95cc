import { benchOn, describeOn } from '../testing/bench.ts';
import { commitsContract } from '../testing/contract/commits.ts';
import { gamesContract } from '../testing/contract/games.ts';
import { racesContract } from '../testing/contract/races.ts';
import { seatsContract } from '../testing/contract/seats.ts';
import { sessionsContract } from '../testing/contract/sessions.ts';
import { usersContract } from '../testing/contract/users.ts';
import { viewsContract } from '../testing/contract/views.ts';
import { postgresStore, sqliteStore } from '../testing/databases.ts';

for (const store of [sqliteStore(), postgresStore()]) {
  describeOn(store, () => {
    const bench = benchOn(store);
    usersContract(bench);
    sessionsContract(bench);
    gamesContract(bench);
    seatsContract(bench);
    commitsContract(bench);
    racesContract(bench);
    viewsContract(bench);
  });
}
