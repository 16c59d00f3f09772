import { financialYearLabel } from '#modules/report-layout';
import type { GroupSeries } from '../series/series.codec';
import { lastMonthOf, monthText } from '../series/calendar-month';
import { commonSpan, sumSeries } from '../roll-up/sum-series';
import { bridgeOf } from './bridge';
import type { EstablishmentBasis, Overview, OverviewBridge } from './overview';
import { commonBasis, staffGroupLines, type YearPlace } from './staff-group-lines';
import type { StaffGroupNode } from './staff-group.repository';

/** The published series of a node and what they are read against. */
export interface FiguresSource {
  readonly series: ReadonlyMap<string, GroupSeries>;
  readonly establishmentBases: ReadonlyMap<string, EstablishmentBasis>;
  readonly staffGroups: readonly StaffGroupNode[];
  readonly round: { readonly firstYear: number; readonly years: number };
}

type Figures = Pick<Overview, 'years' | 'staffGroups' | 'bridge' | 'bridges' | 'baseline'>;

/** The figures of an overview: lines and bridge of every staff group that has any, parents as sums. */
export function overviewFigures(source: FiguresSource): Figures {
  const { series, staffGroups, round } = source;
  const span = commonSpan([...series.values()]);
  const years = yearPlaces(round, span);
  const summed = staffGroups.flatMap((group) => {
    const leaves = group.leaves.flatMap((code) => series.get(code) ?? []);
    return leaves.length === 0 ? [] : [{ group, sum: sumSeries(leaves, span) }];
  });
  const bridges = bridgesOf(summed, years);
  const all = summed[0]?.sum;
  return {
    years: years.map(({ year, label, kind }) => ({ year, label, kind })),
    staffGroups: summed.map(({ group, sum }) =>
      staffGroupLines(
        { group, depth: group.depth, series: sum.series, establishmentBasis: basisOf(source, group) },
        years,
      ),
    ),
    bridge: bridges[staffGroups[0]?.code ?? ''] ?? null,
    bridges,
    baseline:
      all === undefined ? null : { month: monthText(span.firstMonth), openingFte: all.series.fte[0] ?? 0 },
  };
}

function basisOf({ series, establishmentBases }: FiguresSource, group: StaffGroupNode): EstablishmentBasis {
  const codes = group.leaves.filter((code) => series.has(code));
  return commonBasis(codes.map((code) => establishmentBases.get(code) ?? 'not-loaded'));
}

/** The years of the round and the one before it, as far as the series go. */
export function yearPlaces(
  { firstYear, years }: FiguresSource['round'],
  span: { readonly firstMonth: number; readonly months: number },
): readonly YearPlace[] {
  return Array.from({ length: years + 1 }, (_, index) => firstYear - 1 + index).flatMap((year) => {
    const march = lastMonthOf(year) - span.firstMonth;
    const kind = year < firstYear ? 'estimate' : 'projected';
    return march < 0 || march >= span.months ? [] : [{ year, label: financialYearLabel(year), kind, march }];
  });
}

function bridgesOf(
  summed: readonly { readonly group: StaffGroupNode; readonly sum: GroupSeries }[],
  years: readonly YearPlace[],
): Readonly<Record<string, OverviewBridge>> {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return {};
  }
  const span = {
    opening: first.march,
    closing: last.march,
    openingLabel: `31 March ${first.year + 1}`,
    closingLabel: `31 March ${last.year + 1}`,
  };
  return Object.fromEntries(
    summed.map(({ group, sum }) => [group.code, bridgeOf(group.code, sum.series, span)]),
  );
}
