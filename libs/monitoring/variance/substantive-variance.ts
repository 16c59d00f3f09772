import { exactVariance } from './exact-variance';
import type { MonthFigures, ReportedLine, WholeUnits, YearFigures } from './lines';
import type { PartsByName, Variance } from './variance';
import { sumOf } from './whole-parts';

/** A year as planned, as it came so far, and as the months that are left are expected. */
export interface ComparedYear {
  /** All months of the year. */
  readonly plan: YearFigures;
  /** The closed months. */
  readonly actual: YearFigures;
  /**
   * The months after the closed ones as the latest reforecast has them; where there is none, or it says nothing
   * of a line, they are expected as planned.
   */
  readonly reforecast: readonly MonthFigures[];
}

/**
 * Staff in post at the end of a month against plan. With cumulative differences of joiners and leavers to the
 * month (`D`) and to the end of the year (`H`: closed months, then what is expected), a difference lasts as far
 * as it is still there at the end, `min(|D|, |H|)` where both have one sign and 0 where not; the rest is
 * phasing. Posts funded differently count as filled as the plan fills them, `(Ea - Ep) Sp / Ep`, and are taken
 * out of the joiners. What joiners and leavers do not explain of the change since the opening are moves between
 * groups and changes of hours.
 *
 * @param month place of the month in the year, from 0.
 * @returns null where plan or actual is not loaded.
 */
export function substantiveVariance(year: ComparedYear, month: number): Variance | null {
  const plan = year.plan.months[month]?.substantive ?? null;
  const actual = year.actual.months[month]?.substantive ?? null;
  if (plan === null || actual === null) return null;
  const opening = openingDifference(year);
  const posts = establishmentPart(year, month);
  const joiners = flowDifference(year, 'joiners', month);
  const leavers = flowDifference(year, 'leavers', month);
  if (joiners === null || leavers === null) {
    return exactVariance(plan, actual, { ...opening, ...posts }, 'joiners-and-leavers');
  }
  const flows = {
    joiners: joiners.lasting - (posts.establishment ?? 0),
    leavers: -leavers.lasting,
    phasing: joiners.phasing - leavers.phasing,
  };
  return exactVariance(plan, actual, { ...opening, ...posts, ...flows }, 'moves-and-hours');
}

function openingDifference({ plan, actual }: ComparedYear): PartsByName {
  const planned = plan.openingSubstantive;
  const found = actual.openingSubstantive;
  return planned === null || found === null ? {} : { opening: found - planned };
}

/** None where no establishment is loaded. */
function establishmentPart({ plan, actual }: ComparedYear, month: number): PartsByName {
  const planned = plan.months[month]?.establishment ?? null;
  const funded = actual.months[month]?.establishment ?? null;
  const inPost = plan.months[month]?.substantive ?? null;
  if (planned === null || funded === null || inPost === null || planned <= 0) return {};
  return { establishment: (funded - planned) * (inPost / planned) };
}

interface FlowDifference {
  /** Still there at the end of the year. */
  readonly lasting: WholeUnits;
  /** Made up by then. */
  readonly phasing: WholeUnits;
}

function flowDifference(
  year: ComparedYear,
  line: 'joiners' | 'leavers',
  month: number,
): FlowDifference | null {
  const differences = year.plan.months.map((planned, place) =>
    differenceIn(year, line, planned[line], place),
  );
  const closed = differences.slice(0, year.actual.months.length);
  if (closed.includes(null)) return null;
  const known = differences.map((difference) => difference ?? 0);
  const toMonth = sumOf(known.slice(0, month + 1));
  const lasting = lastingOf(toMonth, sumOf(known));
  return { lasting, phasing: toMonth - lasting };
}

function differenceIn(
  { actual, reforecast }: ComparedYear,
  line: ReportedLine,
  planned: WholeUnits | null,
  place: number,
): WholeUnits | null {
  if (planned === null) return null;
  const closed = actual.months[place];
  if (closed !== undefined) return closed[line] === null ? null : closed[line] - planned;
  return (reforecast[place - actual.months.length]?.[line] ?? planned) - planned;
}

/** The part of a difference that is still there at the end. */
function lastingOf(difference: WholeUnits, atTheEnd: WholeUnits): WholeUnits {
  if (Math.sign(difference) !== Math.sign(atTheEnd)) return 0;
  return Math.abs(difference) < Math.abs(atTheEnd) ? difference : atTheEnd;
}
