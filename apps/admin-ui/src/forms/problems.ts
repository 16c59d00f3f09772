import { ApiError } from '../api/api-error';

/** What is wrong with a field of a form; the field is empty for what is wrong with the whole. */
export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

interface ServerFault {
  readonly pointer?: string;
  readonly message: string;
  readonly fix?: string;
}

/** First letter large, a full stop at the end: what validators say is neither. */
function asSentence(text: string): string {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What the server refused, by field, in its words. */
export function problemsOf(error: Error | null): readonly FormProblem[] {
  if (error === null) return [];
  const faults = error instanceof ApiError ? error.problem['errors'] : undefined;
  const problems = ((faults ?? []) as readonly ServerFault[]).map(({ pointer = '', message, fix = '' }) => ({
    field: pointer.split('/')[1] ?? pointer,
    message: `${asSentence(message)} ${fix}`.trim(),
  }));
  return problems.length > 0 ? problems : [{ field: '', message: error.message }];
}

/** The message at a field; null when there is nothing wrong with it. */
export function messageAt(problems: readonly FormProblem[], field: string): string | null {
  return problems.find((problem) => problem.field === field)?.message ?? null;
}
