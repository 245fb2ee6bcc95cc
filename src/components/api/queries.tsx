'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import type { AppRouter } from '../../contract/procedures.ts';
import { pageConnection } from './connection.ts';

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export { useTRPC };

/**
 * Gives the components below it queries and mutations that are kept and shared. Only for what is loaded late, once the
 * connection's own code has come: before it there is nothing.
 */
export function Queries({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        // What is live comes by subscription, and the client repeats what got no answer.
        defaultOptions: {
          queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
          mutations: { retry: false, networkMode: 'always' },
        },
      }),
  );
  const { live } = pageConnection();
  if (!live) return null;
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={live.client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
