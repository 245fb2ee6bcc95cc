import { type ProblemsTexts, problemsText } from '../../generated/texts/problems.ts';
import type { Arguments, TextArguments } from '../../texts/translator.ts';

/** What was wrong and what would be right: a key of `src/texts/en/problems.json` and the arguments of its text. */
export interface Problem {
  readonly key: keyof ProblemsTexts;
  readonly args: TextArguments;
}

/** A problem, with the arguments that its text takes. */
export function problem<Key extends keyof ProblemsTexts>(
  key: Key,
  ...args: Arguments<ProblemsTexts[Key]>
): Problem {
  return { key, args: args[0] ?? {} };
}

/** The problem's text. */
export const problemText = ({ key, args }: Problem): string => problemsText.find(key, args) ?? key;

/** Keys that a schema may use as its message. */
type InputProblem = Extract<keyof ProblemsTexts, `input.${string}`>;

/** A schema's message: the problem of an input that breaks the rule. `badRequest` turns it into text. */
export const wrong = (key: InputProblem): string => key;

/** Whether a schema's message names a problem. */
export const isProblemKey = (key: string): key is keyof ProblemsTexts =>
  key.startsWith('input.') && problemsText.find(key, {}) !== null;
