'use client';

import { useState } from 'react';
import { errorOf } from './connection.ts';

export interface Call<I> {
  /** The answer is awaited. */
  readonly isPending: boolean;
  /** The last one was answered. */
  readonly isDone: boolean;
  /** The error of the last one as text for the reader; null when it succeeded. */
  readonly error: string | null;
  readonly call: (input: I) => void;
}

/**
 * A call to the server that a reader makes by pressing something.
 * @param onDone what follows from the answer
 */
export function useCall<I, O>(
  send: (input: I) => Promise<O>,
  onDone: (answer: O, input: I) => void = () => {},
): Call<I> {
  const [isPending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function run(input: I): Promise<void> {
    setPending(true);
    setDone(false);
    setError(null);
    try {
      const answer = await send(input);
      setDone(true);
      onDone(answer, input);
    } catch (error) {
      setError(errorOf(error).message);
    } finally {
      setPending(false);
    }
  }

  return { isPending, isDone, error, call: (input) => void run(input) };
}
