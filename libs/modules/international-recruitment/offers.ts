import { placeOfMonth, type CompileContext, type StartGroup } from '../compilation';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { COHORTS } from './cohorts.register';

/** Offers that go through the pipeline together. */
export interface OfferCohort {
  readonly name: string;
  /** ISO 3166-1 alpha-3; null for offers entered as a number a year. */
  readonly country: string | null;
  readonly source: string | null;
  /** First month of offers as `YYYY-MM`; null for offers entered as a number a year. */
  readonly firstMonth: string | null;
  /** People by month, from `OfferPlan.monthsBefore` months before the first simulated month to the last. */
  readonly offers: readonly number[];
}

/** The offers of a staff group. */
export interface OfferPlan {
  /** Months before the first simulated month in which offers were made that may still arrive. */
  readonly monthsBefore: number;
  readonly cohorts: readonly OfferCohort[];
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Offers of a group by month: each cohort's, spread evenly from its first month to its last, and the
 * number a year, spread by the season of international joiners.
 */
export function offerPlan({ group }: StartGroup, context: CompileContext): OfferPlan {
  const { assumptions, timeline } = context;
  const rows = registerRows(context.input, COHORTS).filter((row) => row.text('staffGroup') === group.code);
  const spans = rows.map((row) => spanOf(row, context));
  const monthsBefore = Math.max(0, ...spans.map(({ first }) => -first));
  const aYear = assumptions.planned('international-recruitment.offers', group.code, 'international');
  const entered = rows.map((row, index) => ({
    name: row.text('name'),
    country: row.text('country'),
    source: row.optionalText('source'),
    firstMonth: row.text('firstMonth'),
    offers: spread(row.number('offers'), spans[index], monthsBefore, timeline.months),
  }));
  const planned = {
    name: 'Offers a year',
    country: null,
    source: null,
    firstMonth: null,
    offers: [...new Array<number>(monthsBefore).fill(0), ...aYear],
  };
  return { monthsBefore, cohorts: aYear.some((people) => people > 0) ? [...entered, planned] : entered };
}

function spanOf(row: RegisterRow, { timeline }: CompileContext): Span {
  const firstMonth = row.text('firstMonth');
  return {
    first: placeOfMonth(timeline, firstMonth),
    last: placeOfMonth(timeline, row.optionalText('lastMonth') ?? firstMonth),
  };
}

function spread(
  offers: number,
  span: Span | undefined,
  monthsBefore: number,
  months: number,
): readonly number[] {
  const { first, last } = span ?? { first: 0, last: -1 };
  return Array.from({ length: monthsBefore + months }, (_, index) => {
    const month = index - monthsBefore;
    return month >= first && month <= last ? offers / (last - first + 1) : 0;
  });
}
