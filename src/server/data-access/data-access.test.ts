import { chatContract } from '../../testing/data-access-suite/chat.ts';
import { commitsContract } from '../../testing/data-access-suite/commits.ts';
import { engineLeaseSuite } from '../../testing/data-access-suite/engine-leases.ts';
import { gamesContract } from '../../testing/data-access-suite/games.ts';
import { guestsContract } from '../../testing/data-access-suite/guests.ts';
import { migrationsSuite } from '../../testing/data-access-suite/migrations.ts';
import { openGamesContract } from '../../testing/data-access-suite/open-games.ts';
import { outageContract } from '../../testing/data-access-suite/outage.ts';
import { pairingsContract } from '../../testing/data-access-suite/pairings.ts';
import { processesContract } from '../../testing/data-access-suite/processes.ts';
import { racesContract } from '../../testing/data-access-suite/races.ts';
import { ratingRacesContract } from '../../testing/data-access-suite/rating-races.ts';
import { ratingsContract } from '../../testing/data-access-suite/ratings.ts';
import { reservationsSuite } from '../../testing/data-access-suite/reservations.ts';
import { schemaContract } from '../../testing/data-access-suite/schema.ts';
import { seatsContract } from '../../testing/data-access-suite/seats.ts';
import { sessionsContract } from '../../testing/data-access-suite/sessions.ts';
import { timedGamesContract } from '../../testing/data-access-suite/timed-games.ts';
import { usersContract } from '../../testing/data-access-suite/users.ts';
import { viewsContract } from '../../testing/data-access-suite/views.ts';
import {
  type DatabaseFixture,
  databaseFixtureOn,
  describeOn,
} from '../../testing/databases/database-fixture.ts';
import { postgresStore, sqliteStore } from '../../testing/databases/databases.ts';

/** The suite for every database. */
function dataAccessContract(db: DatabaseFixture): void {
  usersContract(db);
  sessionsContract(db);
  gamesContract(db);
  seatsContract(db);
  commitsContract(db);
  timedGamesContract(db);
  ratingsContract(db);
  racesContract(db);
  viewsContract(db);
  chatContract(db);
  guestsContract(db);
  openGamesContract(db);
  pairingsContract(db);
  reservationsSuite(db);
  engineLeaseSuite(db);
}

describeOn(sqliteStore(), (store) => {
  dataAccessContract(databaseFixtureOn(store));
  schemaContract(store);
  migrationsSuite(store);
});

describeOn(postgresStore(), (store) => {
  const db = databaseFixtureOn(store);
  dataAccessContract(db);
  schemaContract(store);
  migrationsSuite(store);
  processesContract(db);
  ratingRacesContract(db);
  outageContract(db, store);
});
