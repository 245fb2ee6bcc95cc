import { type Bench, benchOn, describeOn } from '../testing/bench.ts';
import { chatContract } from '../testing/contract/chat.ts';
import { commitsContract } from '../testing/contract/commits.ts';
import { gamesContract } from '../testing/contract/games.ts';
import { guestsContract } from '../testing/contract/guests.ts';
import { openGamesContract } from '../testing/contract/open-games.ts';
import { outageContract } from '../testing/contract/outage.ts';
import { pairingsContract } from '../testing/contract/pairings.ts';
import { processesContract } from '../testing/contract/processes.ts';
import { racesContract } from '../testing/contract/races.ts';
import { ratingRacesContract } from '../testing/contract/rating-races.ts';
import { ratingsContract } from '../testing/contract/ratings.ts';
import { schemaContract } from '../testing/contract/schema.ts';
import { seatsContract } from '../testing/contract/seats.ts';
import { sessionsContract } from '../testing/contract/sessions.ts';
import { thinkingContract } from '../testing/contract/thinking.ts';
import { timedGamesContract } from '../testing/contract/timed-games.ts';
import { usersContract } from '../testing/contract/users.ts';
import { viewsContract } from '../testing/contract/views.ts';
import { postgresStore, sqliteStore } from '../testing/databases.ts';

/** What holds on every database. */
function dataAccessContract(bench: Bench): void {
  usersContract(bench);
  sessionsContract(bench);
  gamesContract(bench);
  seatsContract(bench);
  commitsContract(bench);
  timedGamesContract(bench);
  ratingsContract(bench);
  racesContract(bench);
  viewsContract(bench);
  chatContract(bench);
  guestsContract(bench);
  openGamesContract(bench);
  pairingsContract(bench);
  thinkingContract(bench);
}

describeOn(sqliteStore(), (store) => {
  dataAccessContract(benchOn(store));
  schemaContract(store);
});

describeOn(postgresStore(), (store) => {
  const bench = benchOn(store);
  dataAccessContract(bench);
  schemaContract(store);
  processesContract(bench);
  ratingRacesContract(bench);
  outageContract(bench, store);
});
