import type { EsrReport, EsrUnmapped } from '../../api/esr-types';
import { formatCount, formatPercent, formatQuantity } from '../../words/numbers';
import { dayText } from '../day-words';

export const FIELDS: Readonly<Record<EsrUnmapped['field'], string>> = {
  'occupation-code': 'Occupation code',
  'assignment-category': 'Assignment category',
  'assignment-status': 'Assignment status',
};

/** A value of an extract that is not mapped, in words. */
export function unmappedText({ value }: EsrUnmapped): string {
  if (value === null) return 'Texts that are no code';
  return value === '' ? 'Blank' : value;
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
