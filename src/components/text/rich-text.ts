import { Children, type ReactNode } from 'react';

/** The parts of a text with tags, or of a tag's content, as React draws them. */
export const richText = (parts: readonly unknown[]): ReactNode =>
  Children.toArray(parts as readonly ReactNode[] as ReactNode[]);
