import type { GroupSeries } from '../series/series.codec';
import type { EstablishmentBasis, OverviewStaffGroup, OverviewYear, YearFigures } from './overview';

/** A node of the staff-group tree. */
export interface StaffGroupRow {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly isLeaf: boolean;
}

/** Where a year of an overview lies in the series. */
export interface YearPlace extends OverviewYear {
  /** Index of the year's 31 March. */
  readonly march: number;
}

/** What is shown of one staff group. */
export interface GroupFigures {
  readonly group: StaffGroupRow;
  readonly depth: number;
  readonly series: GroupSeries['series'];
  readonly establishmentBasis: EstablishmentBasis;
}

/** The lines of a staff group by year. */
export function staffGroupLines(figures: GroupFigures, years: readonly YearPlace[]): OverviewStaffGroup {
  const { group, depth, series, establishmentBasis } = figures;
  const at = (values: Float64Array): YearFigures => years.map(({ march }) => known(values[march]));
  const staffInPost = at(series.fte);
  const establishment =
    establishmentBasis === 'not-loaded' ? years.map(() => null) : at(series.establishment);
  const requirement = at(series.requirement);
  return {
    code: group.code,
    name: group.name,
    parentCode: group.parentCode,
    depth,
    isLeaf: group.isLeaf,
    lines: {
      staffInPost,
      headcount: at(series.headcount),
      availableFte: at(series['available-fte']),
      establishment,
      requirement,
      payBill: years.map(({ kind, march }) =>
        kind === 'estimate' ? null : yearTotal(series['pay-bill'], march),
      ),
    },
    establishmentBasis,
    vacancyRate: vacancyRates(establishment, staffInPost, establishmentBasis),
    gap: requirement.map((required, year) => difference(required, staffInPost[year] ?? null)),
  };
}

/** A measure that a run does not have is no number, and no figure. */
function known(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** Vacancies are only known against posts that were loaded: an assumed establishment assumes them. */
function vacancyRates(
  establishment: YearFigures,
  staffInPost: YearFigures,
  basis: EstablishmentBasis,
): YearFigures {
  return establishment.map((posts, year) => {
    const vacant = difference(posts, staffInPost[year] ?? null);
    return basis !== 'loaded' || posts === null || posts === 0 || vacant === null ? null : vacant / posts;
  });
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** The twelve months up to a March. */
function yearTotal(values: Float64Array, march: number): number | null {
  return march < 12 ? null : values.subarray(march - 11, march + 1).reduce((sum, value) => sum + value, 0);
}

/** What the establishment of several groups together rests on. */
export function commonBasis(bases: readonly EstablishmentBasis[]): EstablishmentBasis {
  if (bases.length === 0 || bases.includes('not-loaded')) {
    return 'not-loaded';
  }
  return bases.includes('assumed') ? 'assumed' : 'loaded';
}
