/** A dialog that starts a game. */
export interface StartDialogProps {
  /** Null for a visitor who is not signed in, who plays as a guest. */
  readonly username: string | null;
  readonly onClose: () => void;
}
