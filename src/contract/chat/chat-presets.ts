/** Messages sent with one press. Apart from the schemas, which the browser does not load. */
export const chatPresets = {
  /** At the start of a game. */
  start: ['Hi', 'Good luck', 'Have fun', 'You too!'],
  /** After the game. */
  end: ['Good game', 'Well played', 'Thank you', 'I have to go', 'Bye'],
} as const;

/** The longest message, in UTF-16 units, once trimmed. */
export const LONGEST_MESSAGE = 140;
