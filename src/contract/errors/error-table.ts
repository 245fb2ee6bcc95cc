import { playErrors } from './play-errors.ts';
import { requestErrors } from './request-errors.ts';

/**
 * Every error of the server: the code that programs read, and the HTTP status and tRPC code that carry it. The transports
 * look errors up here; nothing else maps an error to a status (R-ERR-1, R-ERR-2).
 */
export const errorTable = { ...requestErrors, ...playErrors } as const;

export type ErrorCode = keyof typeof errorTable;
