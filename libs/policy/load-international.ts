import { RECRUITMENT_FEES, type RecruitmentCountryFact } from './international-data';
import type { DatedFact } from './policy-data';
import type { PolicyRow } from './policy-row';

const FEES: ReadonlySet<string> = new Set(Object.values(RECRUITMENT_FEES));
const UNVERIFIED = 'from memory, unverified';
/** Fees whose start is not known hold at any date. */
const ALWAYS = '1900-01-01';

/** A fee that a projection reads; none for rules in words, ranges and facts that are not verified. */
export function recruitmentFeeOf(row: PolicyRow, known: ReadonlySet<string>): readonly DatedFact[] {
  const item = row.text('item');
  if (!FEES.has(item) || row.text('status') === UNVERIFIED) return [];
  const effectiveFrom = row.optionalDate('effective_from') ?? ALWAYS;
  const effectiveTo = row.optionalDate('effective_to');
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw row.error('effective_to', 'is before effective_from');
  return [{ item, value: row.number('value'), effectiveFrom, effectiveTo, ...row.origin(known) }];
}

/** A country on the red or amber list. */
export function recruitmentCountryOf(row: PolicyRow, known: ReadonlySet<string>): RecruitmentCountryFact {
  const iso3 = row.text('iso3');
  if (!/^[A-Z]{3}$/.test(iso3)) throw row.error('iso3', `"${iso3}" is not a country code such as NGA`);
  const list = row.text('list');
  if (list !== 'red' && list !== 'amber') throw row.error('list', `"${list}" is neither red nor amber`);
  const effectiveFrom = row.optionalDate('effective_from');
  if (effectiveFrom === null) throw row.error('effective_from', 'is empty');
  return {
    name: row.text('country'),
    iso3,
    list,
    effectiveFrom,
    effectiveTo: row.optionalDate('effective_to'),
    ...row.origin(known),
  };
}
