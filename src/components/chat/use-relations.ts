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
 * Whom the reader doesn't want to hear, and the ways to change that.
 * @param signedIn visitors hear everybody
 * @param onHeardAgain somebody was taken out
 */
export function useRelations(
  signedIn: boolean,
  onHeardAgain: () => void,
  onRefused: (message: string) => void,
): RelationsState {
  const { user } = useTRPC();
  const queries = useQueryClient();
  const { data = nobody } = useQuery(user.relations.queryOptions(undefined, { enabled: signedIn }));
  const onError = (error: unknown) => onRefused(errorOf(error).message);
  const renew = () => queries.invalidateQueries({ queryKey: user.relations.queryKey() });
  const mute = useMutation(user.mute.mutationOptions({ onSuccess: renew, onError }));
  const block = useMutation(user.block.mutationOptions({ onSuccess: renew, onError }));
  const removeRelation = useMutation(
    user.removeRelation.mutationOptions({
      async onSuccess() {
        await renew();
        onHeardAgain();
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
