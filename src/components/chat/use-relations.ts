'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Relations } from '../../contract/chat/index.ts';
import { errorOf } from '../api/connection.ts';
import { useTRPC } from '../api/queries.tsx';

const nobody: Relations = { blocked: [], muted: [] };

export interface RelationsState extends Relations {
  readonly has: (username: string) => boolean;
  readonly mute: (username: string) => void;
  readonly block: (username: string) => void;
  readonly removeRelation: (username: string) => void;
}

/**
 * The users that the reader has muted or blocked, and the actions that change these lists.
 * @param signedIn a visitor has no lists
 * @param onRemoved called after a user is unmuted or unblocked
 */
export function useRelations(
  signedIn: boolean,
  onRemoved: () => void,
  onFailed: (message: string) => void,
): RelationsState {
  const { user } = useTRPC();
  const queries = useQueryClient();
  const { data = nobody } = useQuery(user.relations.queryOptions(undefined, { enabled: signedIn }));
  const onError = (error: unknown) => onFailed(errorOf(error).message);
  const renew = () => queries.invalidateQueries({ queryKey: user.relations.queryKey() });
  const mute = useMutation(user.mute.mutationOptions({ onSuccess: renew, onError }));
  const block = useMutation(user.block.mutationOptions({ onSuccess: renew, onError }));
  const removeRelation = useMutation(
    user.removeRelation.mutationOptions({
      async onSuccess() {
        await renew();
        onRemoved();
      },
      onError,
    }),
  );
  return {
    ...data,
    has: (username) => data.blocked.includes(username) || data.muted.includes(username),
    mute: (username) => mute.mutate({ username }),
    block: (username) => block.mutate({ username }),
    removeRelation: (username) => removeRelation.mutate({ username }),
  };
}
