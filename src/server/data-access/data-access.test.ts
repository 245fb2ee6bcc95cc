import { chatContract } from '../../testing/data-access-suite/chat.ts';
import { commitsContract } from '../../testing/data-access-suite/commits.ts';
import { thinkingContract } from '../../testing/data-access-suite/engine-leases.ts';
import { gamesContract } from '../../testing/data-access-suite/games.ts';
import { guestsContract } from '../../testing/data-access-suite/guests.ts';
import { openGamesContract } from '../../testing/data-access-suite/open-games.ts';
import { outageContract } from '../../testing/data-access-suite/outage.ts';
import { pairingsContract } from '../../testing/data-access-suite/pairings.ts';
import { processesContract } from '../../testing/data-access-suite/processes.ts';
import { racesContract } from '../../testing/data-access-suite/races.ts';
import { ratingRacesContract } from '../../testing/data-access-suite/rating-races.ts';
import { ratingsContract } from '../../testing/data-access-suite/ratings.ts';
import { schemaContract } from '../../testing/data-access-suite/schema.ts';
import { seatsContract } from '../../testing/data-access-suite/seats.ts';
import { sessionsContract } from '../../testing/data-access-suite/sessions.ts';
import { timedGamesContract } from '../../testing/data-access-suite/timed-games.ts';
import { usersContract } from '../../testing/data-access-suite/users.ts';
import { viewsContract } from '../../testing/data-access-suite/views.ts';
import { postgresStore, sqliteStore } from '../../testing/databases/databases.ts';
import { type Bench, benchOn, describeOn } from '../../testing/databases/test-database.ts';

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
