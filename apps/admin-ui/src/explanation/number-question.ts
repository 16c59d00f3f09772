import type { NumberQuestion } from '../api/analysis-types';

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;

/** The number that an address asks about; null where the address is not complete. */
export function questionOf(search: URLSearchParams): NumberQuestion | null {
  const staffGroup = search.get('staffGroup') ?? '';
  const measure = search.get('measure') ?? '';
  const month = search.get('month') ?? '';
  if (staffGroup === '' || measure === '' || !MONTH.test(month)) return null;
  const run = search.get('run');
  const span = search.get('span') === 'month' ? 'month' : 'year';
  return { staffGroup, measure, month, span, ...(run === null ? {} : { run }) };
}
