/** How a quick pairing goes, as the reader sees it. */
export type SeekState =
  | { readonly type: 'idle' }
  | { readonly type: 'asking' }
  /** `sinceMs` by this device's clock. */
  | { readonly type: 'waiting'; readonly sinceMs: number; readonly rating: number }
  | { readonly type: 'found' }
  | { readonly type: 'stopped'; readonly text: string };
