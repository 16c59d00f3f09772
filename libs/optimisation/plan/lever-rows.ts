import { financialYearLabel } from '#modules/report-layout';
import type { Lever } from '../model';
import { isCoverage, type Column, type PlanModel } from './plan-model';
import type { ProgramDraft } from './program-draft';

/** A limit among levers' amounts alone, in words. */
export interface LeverRow {
  readonly row: number;
  readonly columns: readonly number[];
  readonly words: string;
}

/** Ramps, coverage that never falls, and pools that organisations share. */
export function leverLimits(
  draft: ProgramDraft,
  model: PlanModel,
  levers: readonly Lever[],
): readonly LeverRow[] {
  const rows: LeverRow[] = [];
  model.columns.forEach((column, place) => {
    const { lever, year } = column;
    const grows = new Map([[place, 1], ...(year === 0 ? [] : [[place - 1, -1] as const])]);
    const at = model.organisations[column.organisation]?.name ?? '';
    if (lever.ramp !== null) {
      const row = draft.row(grows, -Infinity, lever.ramp * rampScale(column, model));
      rows.push({
        row,
        columns: [place],
        words: `how fast ${lever.label} may grow at ${at} in ${financialYearLabel(model.firstYear + year)}`,
      });
    }
    if (isCoverage(lever) && year > 0) {
      rows.push({
        row: draft.row(grows, 0, Infinity),
        columns: [place],
        words: `that ${lever.label} keeps those it has reached at ${at}`,
      });
    }
  });
  for (const lever of levers) rows.push(...sharedRows(draft, model, lever));
  return rows;
}

/** Pools that all draw from, and what one lever supplies of another. */
function sharedRows(draft: ProgramDraft, model: PlanModel, lever: Lever): readonly LeverRow[] {
  const columnsIn = (key: string, year: number, weight: number): (readonly [number, number])[] =>
    model.columns.flatMap((column, place) =>
      column.lever.key === key && column.year === year ? [[place, weight] as const] : [],
    );
  const label = (year: number): string => financialYearLabel(model.firstYear + year);
  const rowOf = (entries: readonly (readonly [number, number])[], most: number, words: string): LeverRow => ({
    row: draft.row(new Map(entries), -Infinity, most),
    columns: entries.map(([column]) => column),
    words,
  });
  const pools = (lever.pool ?? []).map((most, year) =>
    rowOf(columnsIn(lever.key, year, 1), most, `the pool of ${lever.label} that all share in ${label(year)}`),
  );
  const { suppliedBy } = lever;
  if (suppliedBy === undefined) return pools;
  const supplies = Array.from({ length: model.years }, (_, year) =>
    rowOf(
      [...columnsIn(lever.key, year, 1), ...columnsIn(suppliedBy, year, -1)],
      0,
      `that ${lever.label} is no more than others give in ${label(year)}`,
    ),
  );
  return [...pools, ...supplies];
}

function rampScale({ lever, organisation }: Column, model: PlanModel): number {
  return lever.mostPer === 'head'
    ? (model.organisations[organisation]?.headcountOf(lever.staffGroup) ?? 0)
    : 1;
}
