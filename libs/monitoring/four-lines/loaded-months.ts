import { FIGURE_SCALES, type HeldLine } from '#baselines';
import type { NodeSeries } from '#projections';
import { monthNumber } from '#modules/compilation';
import { EXTRA_WORK, FOUR_LINES_SCALE, type ExtraWork, type FourLine, type WteUnits } from './four-lines';

/** Where a line of a month comes from. */
export const LINE_SOURCES = [
  'esr-extract',
  'ledger',
  'actual-figures',
  'projection',
  'projection-assumed',
] as const;
export type LineSource = (typeof LINE_SOURCES)[number];

/** Contracted WTE of a month end from an ESR extract. */
export interface ExtractMonth {
  readonly month: string;
  /** WTE by staff group. */
  readonly byGroup: ReadonlyMap<string, number>;
  /** WTE of everybody who is on maternity or adoption leave. */
  readonly onLeave: number;
}

/** Everything that is loaded of an organisation's year. */
export interface FourLinesMaterial {
  readonly extracts: ReadonlyMap<string, ExtractMonth>;
  readonly ledger: readonly HeldLine[];
  readonly roster: readonly HeldLine[];
  /** Staff in post of uploaded actual figures, in hundredths of a WTE, by month and staff group. */
  readonly actuals: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly node: NodeSeries;
}

/** A line of a month by staff group, and its source. */
export interface SourcedLine {
  readonly source: LineSource;
  readonly byGroup: ReadonlyMap<string, number>;
}

const ACTUALS_TO_UNITS = FOUR_LINES_SCALE / 100;
const toUnits = (wte: number): number => Math.round(wte * FOUR_LINES_SCALE);

/** The four lines of a month, each from the first source that has the month. */
export function linesOfMonth(
  month: string,
  material: FourLinesMaterial,
): Readonly<Record<FourLine, SourcedLine | null>> {
  const { extracts, ledger, actuals, node } = material;
  const ofMonth = ledger.filter((line) => line.month === month);
  const assumed = [...node.establishmentBases.values()].some((basis) => basis !== 'loaded');
  return {
    contracted:
      sourced('esr-extract', mapped(extracts.get(month)?.byGroup, toUnits)) ??
      sourced('ledger', sumByGroup(ofMonth, 'contractedWte')) ??
      sourced(
        'actual-figures',
        mapped(actuals.get(month), (units) => units * ACTUALS_TO_UNITS),
      ) ??
      sourced('projection', projected(node, 'fte', month)),
    worked: sourced('ledger', sumByGroup(ofMonth, 'workedWte')),
    establishment:
      sourced('ledger', sumByGroup(ofMonth, 'budgetedWte')) ??
      sourced(assumed ? 'projection-assumed' : 'projection', projected(node, 'establishment', month)),
    requirement: sourced('projection', projected(node, 'requirement', month)),
  };
}

/** Overtime, bank and agency of a staff group; null where the file has none of that kind in the month at all. */
export function extraWork(
  lines: readonly HeldLine[],
  month: string,
  staffGroup: string,
): Readonly<Record<ExtraWork, WteUnits>> {
  return Object.fromEntries(
    EXTRA_WORK.map((work) => {
      const ofWork = lines.filter((line) => line.month === month && line.employment === work);
      const sums = sumByGroup(ofWork, 'workedWte');
      return [work, sums.size === 0 ? null : (sums.get(staffGroup) ?? 0)];
    }),
  ) as Record<ExtraWork, WteUnits>;
}

function sumByGroup(
  lines: readonly HeldLine[],
  measure: 'budgetedWte' | 'workedWte' | 'contractedWte',
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { staffGroup, figures } of lines) {
    const value = figures[measure];
    if (staffGroup === null || value === null) continue;
    sums.set(staffGroup, (sums.get(staffGroup) ?? 0) + Math.round(value * FIGURE_SCALES[measure]));
  }
  return sums;
}

function projected(
  { series }: NodeSeries,
  measure: 'fte' | 'establishment' | 'requirement',
  month: string,
): ReadonlyMap<string, number> {
  return new Map(
    [...series].flatMap(([code, group]): [string, number][] => {
      const at = monthNumber(month) - group.firstMonth;
      return at < 0 || at >= group.months ? [] : [[code, toUnits(group.series[measure][at] ?? 0)]];
    }),
  );
}

function mapped(
  values: ReadonlyMap<string, number> | undefined,
  change: (value: number) => number,
): ReadonlyMap<string, number> {
  return new Map([...(values ?? [])].map(([code, value]) => [code, change(value)]));
}

const sourced = (source: LineSource, byGroup: ReadonlyMap<string, number>): SourcedLine | null =>
  byGroup.size === 0 ? null : { source, byGroup };
