import { forecastRate, meanOf, straightLineFlow, totalOf } from '../outturn/forecast-line';

/** Sickness absence of an organisation's staff group in the months of a year and of the year before. */
export interface SicknessYear {
  readonly organisation: string;
  readonly before: readonly number[];
  readonly months: readonly number[];
  /** WTE days available by month of the year before. */
  readonly daysBefore: readonly number[];
  /** WTE days available in the year. */
  readonly weight: number;
}

interface PlannedSickness extends SicknessYear {
  readonly plan: readonly number[];
}

/** How far the mean sickness absence of the year was off, in share points, weighted by WTE days. */
export interface SicknessErrors {
  readonly closedMonths: number;
  readonly cells: number;
  readonly forecast: number;
  readonly runRate: number;
  readonly plan: number;
}

/**
 * The plan is the group's mean of the year before in the season that the whole organisation then had. Reveals the months of the year up to `closedMonths` and
 * compares its mean share as told by forecast and straight line with what came.
 *
 * @throws RangeError if there is no year.
 */
export function sicknessErrors(years: readonly SicknessYear[], closedMonths: number): SicknessErrors {
  if (years.length === 0)
    throw new RangeError('no sickness absence is published of that year and the one before');
  const planned = withPlans(years);
  const weights = totalOf(years.map(({ weight }) => weight));
  const error = (tell: (year: PlannedSickness) => readonly number[]): number =>
    totalOf(planned.map((year) => year.weight * Math.abs(meanOf(tell(year)) - meanOf(year.months)))) /
    weights;
  const closed = ({ months }: SicknessYear): readonly number[] => months.slice(0, closedMonths);
  return {
    closedMonths,
    cells: years.length,
    forecast: error((year) => [...closed(year), ...forecastRate({ plan: year.plan, actual: closed(year) })]),
    runRate: error((year) => [
      ...closed(year),
      ...straightLineFlow({ plan: year.plan, actual: closed(year) }),
    ]),
    plan: error(({ plan }) => plan),
  };
}

function withPlans(years: readonly SicknessYear[]): readonly PlannedSickness[] {
  const byOrganisation = new Map<string, SicknessYear[]>();
  for (const year of years) {
    const members = byOrganisation.get(year.organisation) ?? [];
    members.push(year);
    byOrganisation.set(year.organisation, members);
  }
  return [...byOrganisation.values()].flatMap((members) => {
    const season = seasonOf(members);
    return members.map((year) => ({ ...year, plan: season.map((factor) => factor * meanOf(year.before)) }));
  });
}

/** Each month's share of the organisation over the mean of its months; 1 throughout where nobody was absent. */
function seasonOf(members: readonly SicknessYear[]): readonly number[] {
  const months = [...(members[0]?.before.keys() ?? [])];
  const shares = months.map((month) => {
    const days = totalOf(members.map(({ daysBefore }) => daysBefore[month] ?? 0));
    const lost = totalOf(
      members.map(({ before, daysBefore }) => (before[month] ?? 0) * (daysBefore[month] ?? 0)),
    );
    return days > 0 ? lost / days : 0;
  });
  const mean = meanOf(shares);
  return shares.map((share) => (mean > 0 ? share / mean : 1));
}
