import type { DatedFact } from './policy-data';
import type { ApprenticeshipStandardFact, FundingBandFact } from './levy-data';
import type { PolicyRow } from './policy-row';

/** Rules that are one number; rules in words or with several parts are for readers. */
const NUMERIC_RULES: ReadonlySet<string> = new Set([
  'levy.rate',
  'levy.allowance_gbp_per_tax_year',
  'levy.topup_rate',
  'levy.expiry_months',
  'payment.monthly_share',
  'payment.completion_share',
  'coinvest.employer_share',
  'coinvest.employer_share_levy_payer_exhausted',
  'transfer.max_share',
  'level7.eligible_age_max',
  'apprenticeship.min_duration_months',
]);

/** A numeric rule of the levy; none for other rules. */
export function levyRuleOf(row: PolicyRow, known: ReadonlySet<string>): readonly DatedFact[] {
  const item = row.text('key');
  if (!NUMERIC_RULES.has(item)) return [];
  const effectiveFrom = row.optionalDate('effective_from');
  if (effectiveFrom === null) throw row.error('effective_from', 'is empty');
  const effectiveTo = row.optionalDate('effective_to');
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    throw row.error('effective_to', 'is before effective_from');
  return [{ item, value: row.number('value'), effectiveFrom, effectiveTo, ...row.origin(known) }];
}

export function fundingBandOf(row: PolicyRow, known: ReadonlySet<string>): FundingBandFact {
  const startsFrom = row.optionalDate('starts_from');
  if (startsFrom === null) throw row.error('starts_from', 'is empty');
  return {
    structure: row.text('structure'),
    band: row.number('band'),
    maximumPounds: row.number('max_gbp'),
    startsFrom,
    startsTo: row.optionalDate('starts_to'),
    ...row.originWithoutNote(known),
  };
}

/** A standard whose funding is that of its band in the bands now open to starts. */
export function standardOf(
  row: PolicyRow,
  known: ReadonlySet<string>,
  bands: readonly FundingBandFact[],
): ApprenticeshipStandardFact {
  const fundingBandPounds = row.number('max_funding_gbp');
  const number = row.number('band');
  const band = bands.find((each) => each.band === number && each.startsTo === null);
  if (band?.maximumPounds !== fundingBandPounds) {
    const found = band === undefined ? 'is not open to starts' : `is ${band.maximumPounds}`;
    throw row.error('max_funding_gbp', `is ${fundingBandPounds}, but band ${number} ${found}`);
  }
  return {
    reference: row.text('reference'),
    title: row.text('title'),
    level: row.number('level'),
    plannedMonths: longestMonths(row),
    fundingBandPounds,
    ...row.origin(known),
  };
}

/** 48 of `36-48; top-up 24`: the longer end of the usual route. */
function longestMonths(row: PolicyRow): number {
  const text = row.text('duration_months');
  const match = /^(?:\d+-)?(\d+)(?:;|$)/.exec(text);
  if (match === null) throw row.error('duration_months', `"${text}" is not months such as 24 or 36-48`);
  return Number(match[1]);
}
