/** The state of a seek. */
export type SeekState =
  | { readonly type: 'idle' }
  | { readonly type: 'asking' }
  /** `sinceMs` by this device's clock. */
  | { readonly type: 'waiting'; readonly sinceMs: number; readonly rating: number }
  | { readonly type: 'found' }
  | { readonly type: 'stopped'; readonly text: string };
