import { accountsAccess } from './account/accounts.ts';
import { guestsAccess } from './account/guests.ts';
import { sessionsAccess } from './account/sessions.ts';
import { chatAccess } from './chat/chat.ts';
import { relationsAccess } from './chat/relations.ts';
import type { DataAccess } from './data-access.ts';
import { mapDbErrors } from './db/database-errors.ts';
import type { Client, Dialect } from './db/dialect.ts';
import { clearedTables, quoted } from './db/tables.ts';
import { engineLeaseAccess } from './game/engine-leases.ts';
import { gameFinder } from './game/game-finder.ts';
import { gamesAccess } from './game/games.ts';
import { heartbeatAccess } from './game/heartbeat.ts';
import { listingsAccess } from './game/listings.ts';
import { timingAccess } from './game/timing.ts';
import { reservationsAccess } from './lobby/reservations.ts';
import { seeksAccess } from './lobby/seeks.ts';
import { ratingsAccess } from './rating/ratings.ts';

export interface PrismaParts {
  readonly client: Client;
  readonly dialect: Dialect;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after the connection is closed. */
  readonly onClosed?: () => void;
}

/** {@link DataAccess} on either database, composed by subject. */
export function prismaDataAccess({ client, dialect, now, onClosed }: PrismaParts): DataAccess {
  const accounts = accountsAccess(client, now);
  const heartbeat = heartbeatAccess(client);
  return {
    ...accounts,
    ...gamesAccess({ client, dialect, heartbeat, now }),
    ...listingsAccess(client, dialect, accounts),
    chat: chatAccess(client),
    engineLeases: engineLeaseAccess(client),
    finder: gameFinder(client),
    guests: guestsAccess(client, now),
    heartbeat,
    ratings: ratingsAccess(client),
    relations: relationsAccess(client),
    reservations: reservationsAccess(client, dialect),
    sessions: sessionsAccess(client, now),
    seeks: seeksAccess(client, dialect),
    timing: timingAccess(client),

    async clearAllData() {
      await mapDbErrors(() =>
        client.$transaction([
          ...dialect.keepWritersOut(),
          ...clearedTables.map((table) => client.$executeRaw`DELETE FROM ${quoted([table])}`),
        ]),
      );
    },

    async close() {
      await client.$disconnect();
      onClosed?.();
    },
  };
}
