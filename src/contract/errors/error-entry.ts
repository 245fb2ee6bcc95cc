/** How each transport shows an error. Its text for people is in `src/texts/en/errors.json`. */
export interface ErrorEntry {
  readonly http: number;
  readonly trpc: TrpcCode;
  /** The reason in REST and `/ws` messages, after `Error: `. */
  readonly reason: string;
}

type TrpcCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'METHOD_NOT_SUPPORTED'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';
