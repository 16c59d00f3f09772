import { monthMeans, type CompileContext, type StartGroup } from '../compilation';
import type { StaffGroupOutput } from '../projection/projection-output';
import { sumOverSpan, type YearSpan } from '../reporting/year-spans';
import { bandPays } from './band-pay';
import { monthlyCost, OWN_COST_LINES } from './employer-cost';

/** A group as projected. */
export interface PaidGroup {
  readonly start: StartGroup;
  readonly output: StaffGroupOutput;
}

/** Why the cost of staff in post (pay, supplement, National Insurance, local pension) changed from one year to the next, pounds. */
export interface PayEffects {
  /** Awards, drift, supplements and on-costs, at the bands of the later year. */
  readonly price: number;
  /** More or fewer WTE at the earlier year's mean cost. */
  readonly volume: number;
  /** Shift between staff groups and bands. */
  readonly mix: number;
  readonly total: number;
}

/**
 * Effects between two whole years. Price: each group's cost less what its bands of the later year would
 * have cost at the earlier year's pay, `C1 (1 - 1 / P)`, `P` the ratio of full-time costs weighted by the
 * mean of opening and closing headcount of each band. Volume: `(F1 - F0) C0 / F0` over all groups. Mix is
 * the rest, so that the three sum to the change.
 */
export function payEffects(
  groups: readonly PaidGroup[],
  earlier: YearSpan,
  later: YearSpan,
  context: CompileContext,
): PayEffects {
  const sum = (of: (group: PaidGroup) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  const before = sum((group) => costIn(group, earlier));
  const after = sum((group) => costIn(group, later));
  const fteBefore = sum((group) => fteIn(group, earlier));
  const fteAfter = sum((group) => fteIn(group, later));
  const price = sum((group) => costIn(group, later) * (1 - 1 / priceRatio(group, earlier, later, context)));
  const volume = fteBefore > 0 ? (fteAfter - fteBefore) * (before / fteBefore) : after - price;
  const total = after - before;
  return { price, volume, mix: total - price - volume, total };
}

function costIn({ output: { series } }: PaidGroup, span: YearSpan): number {
  return OWN_COST_LINES.reduce((sum, line) => sum + sumOverSpan(series[line], span), 0);
}

function fteIn({ output: { series } }: PaidGroup, span: YearSpan): number {
  return sumOverSpan(monthMeans(series.fte), span) / (span.to - span.from);
}

/** Full-time cost of the later year over that of the earlier one, at the later year's bands; 1 for a group without people. */
function priceRatio(
  { start, output }: PaidGroup,
  earlier: YearSpan,
  later: YearSpan,
  context: CompileContext,
): number {
  const heads = sumOverSpan(output.series.headcount, later) / sumOverSpan(output.series.fte, later);
  const people = bandHeadcount(output, later, context);
  if (!Number.isFinite(heads) || people.every((number) => number === 0)) return 1;
  const pays = bandPays(start.group, context);
  const cost = (span: YearSpan): number => {
    const year = context.timeline.yearOfMonth[span.to - 1] ?? 0;
    return people.reduce((sum, number, band) => {
      const pay = (pays[band]?.basic[year] ?? 0) + (pays[band]?.supplement[year] ?? 0);
      return sum + number * monthlyCost(pay, heads, year, context).employer;
    }, 0);
  };
  return cost(later) / cost(earlier);
}

/** Headcount by band at the start and end of a year, together. */
function bandHeadcount(
  { headcountByBandAndEthnicity }: StaffGroupOutput,
  { from, to }: YearSpan,
  { input, timeline }: CompileContext,
): readonly number[] {
  const ends = [timeline.monthEnds[from], timeline.monthEnds[to]];
  const cells = headcountByBandAndEthnicity.filter(({ month }) => ends.includes(month));
  const width = input.ethnicities.length;
  return input.bands.map((_, band) =>
    cells.reduce(
      (sum, { values }) =>
        sum + values.slice(band * width, (band + 1) * width).reduce((total, people) => total + people, 0),
      0,
    ),
  );
}
