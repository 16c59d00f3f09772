import type { ParameterUnit } from './parameter-definition';

/** True for units that are shown as percentages. */
export function isPercentage(unit: ParameterUnit): boolean {
  return unit === 'share' || unit === 'share-a-year';
}

/** The unit in words, as it follows a parameter's name. */
export const PARAMETER_UNIT_WORDS: Readonly<Record<ParameterUnit, string>> = {
  share: '%',
  'share-a-year': '% a year',
  'headcount-a-year': 'people a year',
  headcount: 'people',
  fte: 'WTE',
  'fte-per-head': 'WTE per person',
  ratio: 'to one',
  pounds: '£',
  'pounds-each': '£ each',
  months: 'months',
  choice: '(choice)',
};
