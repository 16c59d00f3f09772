import { highCostAreaPolicy } from './high-cost-area';
import { internationalPolicy, type InternationalFacts } from './international-policy';
import { levyPolicy, type LevyFacts } from './levy-policy';
import type { RepresentationFacts } from './load-representation';
import { isInForce } from './new-roles';
import type {
  DatedFact,
  NationalInsuranceOfYear,
  PayScaleFact,
  PensionOfYear,
  PolicyData,
  ProjectionPolicy,
} from './policy-data';
import { representationPolicy } from './representation-policy';

type Facts = Pick<PolicyData, 'payScales' | 'onCosts' | 'highCostAreas' | 'newRoles'> &
  RepresentationFacts &
  LevyFacts &
  InternationalFacts;

/** Bands without a scale of their own any more: band 1 closed to new entrants and is paid as band 2. */
const PAID_AS: Readonly<Record<string, string>> = { 'band-1': 'band-2' };

const NI_RATE = 'employer_ni.rate';
const NI_THRESHOLD = 'employer_ni.secondary_threshold_gbp';
const PENSION_TOTAL = 'nhs_pension.total_incl_admin';
const PENSION_LOCAL = 'nhs_pension.employer_paid_locally';

/**
 * The facts of one projection, by financial year from the year before the round's first. Basic pay is
 * the mean of a band's entry and top. A year without a scale of its own takes the last one before it
 * (or the first there is); awards of later years are assumptions, not facts. A rate that changes within
 * the year is weighted by days; after its last end date the last known rate carries on, and `sources`
 * says so.
 *
 * @throws RangeError if no fact at all is known for an item.
 */
export function projectionPolicy(facts: Facts, firstYear: number, years: number): ProjectionPolicy {
  const span = Array.from({ length: years + 1 }, (_, index) => firstYear - 1 + index);
  const bands = [...new Set([...facts.payScales.map((scale) => scale.band), ...Object.keys(PAID_AS)])];
  const used = new Set<string>();
  const basicPay: Record<string, readonly number[]> = {};
  const basicPayRange: Record<string, readonly number[]> = {};
  const payScalesTo: Record<string, number> = {};
  for (const band of bands) {
    const scales = scalesOf(facts.payScales, band);
    const ofYears = span.map((year) => scaleIn(year, band, scales, used));
    basicPay[band] = ofYears.map(({ entry, top }) => (entry + top) / 2);
    basicPayRange[band] = ofYears.map(({ entry, top }) => top - entry);
    payScalesTo[band] = Math.max(...scales.map((scale) => scale.year));
  }
  const rate = (item: string, year: number): number => meanOverYear(facts.onCosts, item, year, used);
  return {
    basicPay,
    basicPayRange,
    payScalesTo,
    highCostAreas: highCostAreaPolicy(facts.highCostAreas, span, used),
    employerNationalInsurance: span.map((year): NationalInsuranceOfYear => ({
      rate: rate(NI_RATE, year),
      thresholdPounds: rate(NI_THRESHOLD, year),
    })),
    employerPension: span.map((year): PensionOfYear => {
      const local = rate(PENSION_LOCAL, year);
      return { local, central: Math.max(0, rate(PENSION_TOTAL, year) - local) };
    }),
    apprenticeshipLevy: levyPolicy(facts, used),
    internationalRecruitment: internationalPolicy(facts, used),
    newRoles: facts.newRoles.filter((role) => isInForce(role, `${firstYear}-04-01`)),
    representation: representationPolicy(facts, `${firstYear}-04-01`),
    sources: [...used].sort(),
  };
}

/** A band's scales, oldest first; those of the band it is paid as, from its own last year on. */
function scalesOf(payScales: readonly PayScaleFact[], band: string): readonly PayScaleFact[] {
  const own = payScales.filter((scale) => scale.band === band);
  const lastOwn = Math.max(-Infinity, ...own.map((scale) => scale.year));
  const successor = PAID_AS[band];
  const inherited = payScales.filter((scale) => scale.band === successor && scale.year > lastOwn);
  return [...own, ...inherited].sort((left, right) => left.year - right.year);
}

function scaleIn(
  year: number,
  band: string,
  scales: readonly PayScaleFact[],
  used: Set<string>,
): PayScaleFact {
  const scale = scales.findLast((each) => each.year <= year) ?? scales[0];
  if (scale === undefined) throw new RangeError(`no basic pay is known for ${band}`);
  used.add(`basic pay ${scale.year}/${twoDigits(scale.year + 1)} ${band}: ${originOf(scale)}`);
  return scale;
}

/**
 * Mean over the days of the values in force from 6 April to 31 March: National Insurance changes on
 * 6 April and pension rates on 1 April, so that neither leaks into the year before.
 */
function meanOverYear(facts: readonly DatedFact[], item: string, year: number, used: Set<string>): number {
  const dated = facts
    .filter((fact) => fact.item === item)
    .map((fact) => ({ fact, from: dayNumber(fact.effectiveFrom) }))
    .sort((left, right) => left.from - right.from);
  const start = dayNumber(`${year}-04-06`);
  const end = dayNumber(`${year + 1}-04-01`);
  const first = dated.findLastIndex(({ from }) => from <= start);
  const inForce = dated.slice(Math.max(0, first)).filter(({ from }, index) => index === 0 || from < end);
  const [only] = inForce;
  if (only === undefined) throw new RangeError(`no ${item} is known`);
  for (const { fact } of inForce) used.add(describe(fact, end));
  if (inForce.length === 1) return only.fact.value;
  const days = inForce.map(
    ({ from }, index) => (inForce[index + 1]?.from ?? end) - (index === 0 ? start : from),
  );
  return inForce.reduce((sum, { fact }, index) => sum + fact.value * (days[index] ?? 0), 0) / (end - start);
}

function describe(fact: DatedFact, yearEnd: number): string {
  const base = `${fact.item} from ${fact.effectiveFrom}: ${originOf(fact)}`;
  const isOver = fact.effectiveTo !== null && dayNumber(fact.effectiveTo) < yearEnd - 1;
  return isOver ? `${base}, carried on after ${fact.effectiveTo ?? ''}` : base;
}

function originOf({ status, sources }: PayScaleFact | DatedFact): string {
  return sources.length === 0 ? status : `${status} (${sources.join(', ')})`;
}

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0');
}
