import type { PlanStanding } from '#plans';
import { financialYearOf, lastMonthOf, type GroupSeries, type RunAxes } from '#projections';
import type { OrganisationTree } from '#organisations';
import { BAND_CLUSTERS, coarsenBands, type EqualityRelease } from '../disclosure';
import type { OrganisationFigures } from '../disclosure';

/** What the equality tables are made from. */
export interface EqualitySource {
  readonly tree: OrganisationTree;
  readonly plans: readonly PlanStanding[];
  /** By run: its series by staff group, and the bands and classes of their cells. */
  readonly series: ReadonlyMap<string, ReadonlyMap<string, GroupSeries>>;
  readonly axes: ReadonlyMap<string, RunAxes>;
}

/** Unprotected tables, and who is not in them. */
export interface EqualityFigures {
  /** Null where no organisation has figures by band and ethnicity. */
  readonly release: EqualityRelease | null;
  /** Codes of organisations without figures by band and ethnicity for every year. */
  readonly withoutTable: readonly string[];
}

/** An organisation's people by year. */
interface OrganisationCells {
  readonly organisation: string;
  readonly system: string;
  readonly region: string;
  readonly classes: readonly string[];
  /** Financial year -> band clusters x classes, row-major. */
  readonly years: ReadonlyMap<number, readonly number[]>;
  /** Financial year -> contracted WTE of all staff, as the planning lines publish it. */
  readonly fte: ReadonlyMap<number, number>;
}

/**
 * The coarse tables of a release before any protection: people at year ends by band cluster and ethnicity, of the
 * organisations whose runs hold them for all years. Later years follow the first, which stands for their base. WTE is
 * not known by these cells, so that there is no table of it; what the planning lines say of it is what an attacker
 * knows.
 */
export function equalityFigures(source: EqualitySource): EqualityFigures {
  const all = source.plans.flatMap((plan) => cellsOfPlan(source, plan));
  const years = [...new Set(all.flatMap(({ cells }) => [...(cells?.years.keys() ?? [])]))].sort(
    (a, b) => a - b,
  );
  const [classes = []] = all.flatMap(({ cells }) => (cells === null ? [] : [cells.classes]));
  const isComplete = (cells: OrganisationCells): boolean =>
    years.every((year) => cells.years.has(year)) && cells.classes.join('|') === classes.join('|');
  const held = all.flatMap(({ cells }) => (cells !== null && isComplete(cells) ? [cells] : []));
  const withTable = new Set(held.map(({ organisation }) => organisation));
  const withoutTable = all.map(({ code }) => code).filter((code) => !withTable.has(code));
  if (held.length === 0 || years.length === 0) return { release: null, withoutTable };
  return { release: releaseOf(source.tree.asAt, held, { years, classes }), withoutTable };
}

function cellsOfPlan(
  { tree, series, axes }: EqualitySource,
  { runs }: PlanStanding,
): readonly { readonly code: string; readonly cells: OrganisationCells | null }[] {
  return runs.map(({ organisation: { id, code }, runId, figures }) => {
    const groups = [...(series.get(runId)?.values() ?? [])];
    const runAxes = axes.get(runId);
    if (groups.length === 0 || runAxes === undefined) return { code, cells: null };
    const line = [tree.node(id), ...tree.ancestorsOf(id)];
    const codeAt = (type: string): string => line.find((node) => node?.type === type)?.code ?? code;
    const place = { organisation: code, system: codeAt('system'), region: codeAt('region') };
    const years = peopleByYear(groups, runAxes);
    const fte = new Map([...years.keys()].map((year) => [year, totalOf(figures['fte'], year)]));
    return { code, cells: { ...place, classes: runAxes.ethnicities, years, fte } };
  });
}

function totalOf(
  byGroup: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined,
  year: number,
) {
  return Object.values(byGroup ?? {}).reduce((sum, years) => sum + Number(years[String(year)] ?? 0), 0);
}

/** All staff groups together, at year ends only. */
function peopleByYear(
  groups: readonly GroupSeries[],
  { bands, ethnicities }: RunAxes,
): ReadonlyMap<number, readonly number[]> {
  const byYear = new Map<number, readonly number[]>();
  for (const { cells } of groups) {
    for (const { month, values } of cells) {
      const year = financialYearOf(month);
      if (month !== lastMonthOf(year)) continue;
      const coarse = coarsenBands(bands, ethnicities, [...values]);
      const sum = byYear.get(year);
      byYear.set(year, sum === undefined ? coarse : sum.map((value, cell) => value + (coarse[cell] ?? 0)));
    }
  }
  return byYear;
}

function releaseOf(
  boundary: string,
  held: readonly OrganisationCells[],
  { years, classes }: { readonly years: readonly number[]; readonly classes: readonly string[] },
): EqualityRelease {
  const [base] = years;
  return {
    code: boundary,
    bandClusters: BAND_CLUSTERS,
    classes,
    boundaries: [{ code: boundary, systems: systemsOf(held) }],
    dates: years.map((year) => ({
      date: dateOf(year),
      kind: 'real' as const,
      baseDate: year === base ? null : dateOf(base ?? year),
      organisations: held.map((cells) => figuresOf(cells, year, classes.length)),
    })),
  };
}

function systemsOf(held: readonly OrganisationCells[]): EqualityRelease['boundaries'][number]['systems'] {
  const systems = new Map<string, { code: string; region: string; organisations: string[] }>();
  for (const { organisation, system, region } of held) {
    const known = systems.get(system) ?? { code: system, region, organisations: [] };
    known.organisations.push(organisation);
    systems.set(system, known);
  }
  return [...systems.values()];
}

/** A cluster in which the organisation has nobody in any year is empty by construction. */
function figuresOf(cells: OrganisationCells, year: number, width: number): OrganisationFigures {
  const headcount = cells.years.get(year) ?? [];
  const all = [...cells.years.values()];
  const isEmpty = BAND_CLUSTERS.map((_, row) =>
    all.every((values) => values.slice(row * width, (row + 1) * width).every((value) => value === 0)),
  );
  return {
    organisation: cells.organisation,
    headcount,
    fte: null,
    publishedFte: cells.fte.get(year) ?? 0,
    isImpossible: headcount.map((_, cell) => isEmpty[Math.floor(cell / width)] === true),
  };
}

/** 31 March that ends a financial year. */
export function dateOf(year: number): string {
  return `${year + 1}-03-31`;
}
