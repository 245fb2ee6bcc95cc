/** The longest message, in UTF-16 units, once trimmed. Not beside the schemas, which the browser does without. */
export const LONGEST_MESSAGE = 140;
