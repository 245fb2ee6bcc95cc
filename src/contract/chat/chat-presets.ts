/** What can be said by one press. Not beside the schemas, which the browser does without. */
export const chatPresets = {
  /** While the game begins. */
  start: ['Hi', 'Good luck', 'Have fun', 'You too!'],
  /** Once it is over. */
  end: ['Good game', 'Well played', 'Thank you', 'I have to go', 'Bye'],
} as const;

/** The longest message, in UTF-16 units, once trimmed. */
export const LONGEST_MESSAGE = 140;
