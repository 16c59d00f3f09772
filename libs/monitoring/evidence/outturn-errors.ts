import { forecastStock, straightLineStock, totalOf } from '../outturn/forecast-line';

/** Staff in post of a group: planned on the eve of the year, and as published (null where withheld or missing). */
export interface PlannedAndPublished {
  readonly cell: { readonly organisation: string; readonly staffGroup: string };
  /** The eve, then the months of the year. */
  readonly plan: readonly number[];
  readonly actual: readonly (number | null)[];
}

export const OUTTURN_METHODS = ['forecast', 'runRate', 'plan', 'lastActual'] as const;
export type OutturnMethod = (typeof OUTTURN_METHODS)[number];

/** How far the outturns of a year were off when so many months were closed. */
export interface OutturnErrors {
  readonly closedMonths: number;
  readonly cells: number;
  /** Sum of absolute errors of groups of organisations over the sum of actuals. */
  readonly byGroup: Readonly<Record<OutturnMethod, number>>;
  /** The same of the organisations' totals. */
  readonly byOrganisation: Readonly<Record<OutturnMethod, number>>;
}

interface Outcome {
  readonly organisation: string;
  readonly actual: number;
  readonly outturns: Readonly<Record<OutturnMethod, number>>;
}

/**
 * Reveals the published months of a year up to `closedMonths` and compares each way of telling its end with
 * what came. Groups that are withheld, missing or empty in a month looked at are left out.
 *
 * @throws RangeError if no group is left.
 */
export function outturnErrors(years: readonly PlannedAndPublished[], closedMonths: number): OutturnErrors {
  const outcomes = years.flatMap((year) => outcomeOf(year, closedMonths));
  if (outcomes.length === 0)
    throw new RangeError('nothing was published at the end of that year to compare with');
  return {
    closedMonths,
    cells: outcomes.length,
    byGroup: errorsOf(outcomes),
    byOrganisation: errorsOf(totalsOf(outcomes)),
  };
}

function outcomeOf({ cell, plan, actual }: PlannedAndPublished, closedMonths: number): readonly Outcome[] {
  const end = actual.at(-1) ?? null;
  const known = actual.slice(0, closedMonths + 1).filter((figure) => figure !== null && figure > 0);
  const sofar = { plan, actual: known as readonly number[] };
  if (end === null || known.length <= closedMonths) return [];
  return [
    {
      organisation: cell.organisation,
      actual: end,
      outturns: {
        forecast: forecastStock(sofar).at(-1) ?? sofar.actual.at(-1) ?? 0,
        runRate: straightLineStock(sofar),
        plan: plan.at(-1) ?? 0,
        lastActual: sofar.actual.at(-1) ?? 0,
      },
    },
  ];
}

function errorsOf(outcomes: readonly Outcome[]): Readonly<Record<OutturnMethod, number>> {
  const actual = totalOf(outcomes.map((outcome) => outcome.actual));
  const error = (method: OutturnMethod): number =>
    totalOf(outcomes.map((outcome) => Math.abs(outcome.outturns[method] - outcome.actual))) / actual;
  return byMethod(error);
}

function totalsOf(outcomes: readonly Outcome[]): readonly Outcome[] {
  const organisations = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const members = organisations.get(outcome.organisation) ?? [];
    members.push(outcome);
    organisations.set(outcome.organisation, members);
  }
  return [...organisations].map(([organisation, members]) => ({
    organisation,
    actual: totalOf(members.map(({ actual }) => actual)),
    outturns: byMethod((method) => totalOf(members.map(({ outturns }) => outturns[method]))),
  }));
}

const byMethod = (figure: (method: OutturnMethod) => number): Readonly<Record<OutturnMethod, number>> =>
  Object.fromEntries(OUTTURN_METHODS.map((method) => [method, figure(method)])) as Record<
    OutturnMethod,
    number
  >;
