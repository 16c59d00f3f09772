import type { Explanation } from '../api/analysis-types';
import { formatMonth } from '../words/dates';
import { figureText } from '../planning-modules/report-value';

/** When the number stands, in words: at the end of a month, over it, or over the year that ends with it. */
export function whenWords(
  { kind, to, from }: Pick<Explanation, 'kind' | 'to' | 'from'>,
  span: 'month' | 'year',
): string {
  if (kind !== 'flow') return `at the end of ${formatMonth(to)}`;
  return span === 'month'
    ? `in ${formatMonth(to)}`
    : `from the end of ${formatMonth(from)} to ${formatMonth(to)}`;
}

/** The number in a sentence: what it is, when, for whom, and where it started. */
export function explanationSentence(
  explanation: Explanation,
  groupName: string,
  span: 'month' | 'year',
): string {
  const { label, unit, value, opening, from } = explanation;
  const number = `${label}, ${groupName}, ${whenWords(explanation, span)}: ${figureText(value, unit)}.`;
  if (opening === null) return number;
  return `${number} It was ${figureText(opening, unit)} at the end of ${formatMonth(from)}; the steps below lead from there.`;
}
