import type { DatedFact, DefaultRangeFact, PolicyData } from './policy-data';
import type { ApprenticeshipStandardFact, DatedValue, LevyPolicy, LevyStandard } from './levy-data';

/** Facts of the apprenticeship levy. */
export type LevyFacts = Pick<PolicyData, 'levyRules' | 'apprenticeshipStandards' | 'defaultRanges'>;

const LEVEL_SEVEN = 'level7.eligible_age_max';
const COMPLETION = 'apprenticeship_completion_pct';

/**
 * The levy's dated rules as a projection reads them. The employer's share of co-investment is that of a
 * levy payer out of funds where the rules give one, else the general one.
 *
 * @param used receives item, status and source of every fact handed over.
 * @throws RangeError if a rule is not known at all.
 */
export function levyPolicy(facts: LevyFacts, used: Set<string>): LevyPolicy {
  const dated = (...items: readonly string[]): readonly DatedValue[] =>
    datedValues(facts.levyRules, items, used);
  const [levelSeven] = dated(LEVEL_SEVEN);
  return {
    rate: dated('levy.rate'),
    allowancePounds: dated('levy.allowance_gbp_per_tax_year'),
    topUp: dated('levy.topup_rate'),
    expiryMonths: dated('levy.expiry_months'),
    monthlyShare: dated('payment.monthly_share'),
    completionShare: dated('payment.completion_share'),
    coInvestment: dated('coinvest.employer_share', 'coinvest.employer_share_levy_payer_exhausted'),
    transferShare: dated('transfer.max_share'),
    minimumMonths: dated('apprenticeship.min_duration_months'),
    levelSevenFrom: levelSeven?.from ?? '',
    levelSevenAge: levelSeven?.value ?? 0,
    standards: facts.apprenticeshipStandards.map((fact) => standardOf(fact, facts.defaultRanges, used)),
  };
}

function datedValues(
  rules: readonly DatedFact[],
  items: readonly string[],
  used: Set<string>,
): readonly DatedValue[] {
  const own = rules.filter(({ item }) => items.includes(item));
  if (own.length === 0) throw new RangeError(`no ${items.join(' or ')} is known`);
  for (const fact of own) used.add(`${fact.item} from ${fact.effectiveFrom}: ${originOf(fact)}`);
  return own
    .map(({ effectiveFrom, value }) => ({ from: effectiveFrom, value }))
    .sort((left, right) => (left.from < right.from ? -1 : 1));
}

function standardOf(
  fact: ApprenticeshipStandardFact,
  ranges: readonly DefaultRangeFact[],
  used: Set<string>,
): LevyStandard {
  const { reference, title, level, plannedMonths, fundingBandPounds } = fact;
  const range = ranges.find((each) => each.parameter === COMPLETION && title.startsWith(each.staffGroup));
  used.add(`apprenticeship standard ${reference}: ${originOf(fact)}`);
  if (range !== undefined) used.add(`completion of ${reference}: ${range.basis}`);
  const completionRate = range === undefined ? null : range.central / 100;
  return { reference, title, level, plannedMonths, fundingBandPounds, completionRate };
}

function originOf({ status, sources }: DatedFact | ApprenticeshipStandardFact): string {
  return sources.length === 0 ? status : `${status} (${sources.join(', ')})`;
}
