import { richText } from './rich-text.ts';

/** Draws the `<hidden>` part of a text: read by screen readers, not shown. */
export const hidden = (content: readonly unknown[]) => (
  <span className="sr-only">{richText(content)}</span>
);
