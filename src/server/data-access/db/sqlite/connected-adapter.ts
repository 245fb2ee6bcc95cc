import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** Lets a Prisma client use a connection that is open already. */
export const connectedAdapter = (connection: SqlDriverAdapter): SqlDriverAdapterFactory => ({
  provider: connection.provider,
  adapterName: connection.adapterName,
  connect: () => Promise.resolve(connection),
});
