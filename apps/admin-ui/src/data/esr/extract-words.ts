import type { EsrReport, EsrUnmapped, EsrVocabulary } from '../../api/esr-types';
import { formatCount, formatPercent, formatQuantity } from '../../words/numbers';
import { sentenceCase } from '#views/lists';
import { dayText } from '../day-words';
import type { MappingPart } from './mapping-entries';

/** What a rule does with an assignment. */
const EFFECTS: Readonly<Record<string, string>> = {
  'left-out': 'Left out',
  apart: 'Counted apart',
  counted: 'In WTE and headcount',
  'fixed-term': 'In both; not in local turnover',
  trainee: 'In both, as trainees; not in turnover',
  'person-once': 'In WTE; the person counts once',
};

export const effectText = (effect: string): string => EFFECTS[effect] ?? sentenceCase(effect);

/** The four measures, which are never compared with one another. */
export const MEASURES: Readonly<Record<string, string>> = {
  'left-this-organisation': 'Turnover (left this organisation)',
  'left-the-system': 'Left the system',
  'nhs-leaver-rate': 'NHS leaver rate',
  'local-esr-turnover': 'Local ESR turnover',
};

export const PLACES: Readonly<Record<string, string>> = {
  'same-system': 'Another organisation of the system',
  nhs: 'Another NHS employer',
  outside: 'Out of the NHS',
  'not-known': 'Not known',
};

export const FIELDS: Readonly<Record<EsrUnmapped['field'], string>> = {
  'occupation-code': 'Occupation code',
  'assignment-category': 'Assignment category',
  'assignment-status': 'Assignment status',
};

export const PARTS: Readonly<Record<MappingPart, string>> = {
  columns: 'Column',
  occupationCodes: 'Occupation code',
  payGrades: 'Pay grade',
  rules: 'Rule on assignments',
  destinations: 'Destination on leaving',
};

/** A value of an extract that is not mapped, in words. */
export function unmappedText({ value }: EsrUnmapped): string {
  if (value === null) return 'Texts that are no code';
  return value === '' ? 'Blank' : value;
}

/** Name of a staff group; `all-staff` in words. */
export function groupName(vocabulary: EsrVocabulary | undefined, code: string): string {
  if (code === 'all-staff') return 'All staff';
  return vocabulary?.staffGroups.find((group) => group.code === code)?.name ?? sentenceCase(code);
}

/** Name of a band. */
export function bandName(vocabulary: EsrVocabulary | undefined, code: string): string {
  return vocabulary?.bands.find((band) => band.code === code)?.name ?? sentenceCase(code);
}

/** What an extract comes to, in one sentence. */
export function reportSentence({ asAt, position, change }: EsrReport): string {
  const stock = `At ${dayText(asAt)}: ${formatCount(position.fte)} WTE contracted, ${formatQuantity(position.headcount, 'person', 'people')}.`;
  if (change === null) return stock;
  const { all } = change.flows;
  return `${stock} In ${formatQuantity(change.months, 'month')} ${formatQuantity(all.joiners.headcount, 'joiner')} and ${formatQuantity(all.leavers.headcount, 'leaver')}.`;
}

/** `8.5%`, or `7.9% to 8.5%` where some leavers may or may not count. */
export function rateText(rate: { readonly low: number; readonly high: number } | null): string {
  if (rate === null) return 'Nobody in post';
  const [low, high] = [formatPercent(rate.low), formatPercent(rate.high)];
  return low === high ? low : `${low} to ${high}`;
}
