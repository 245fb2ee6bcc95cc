/** What one refusal looks like through each door. */
export interface ErrorEntry {
  readonly http: number;
  readonly trpc: TrpcCode;
  /** The reason as REST and `/ws` say it, after `Error: `. */
  readonly reason: string;
  /** A sentence for a person, used where no more precise one is at hand. */
  readonly words: string;
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
