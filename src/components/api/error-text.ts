import { type ApiError, apiErrorOf } from '../../client/api-error.ts';
import { errorsText } from '../../generated/texts/errors.ts';
import { problemsText } from '../../generated/texts/problems.ts';

/** The server's answer in an error of a call, worded from the catalogue; null when no answer came. */
export function wordedError(error: unknown): ApiError | null {
  const answer = apiErrorOf(error);
  if (!answer) return null;
  const { code, problem, message } = answer;
  const text = problem ? problemsText.find(problem.key, problem.args) : errorsText(code);
  // A newer server may know problems that this page doesn't.
  return { ...answer, message: text ?? message };
}
