import type {
  HistoryStaffGroup,
  OrganisationHistory,
  OrganisationSuccession,
  PublishedHistory,
} from '#modules/backtest';
import { readReferenceTable } from '#organisations';
import type { HistoryPoint } from '../formats/published-format';
import type { ImportKind } from '../imports/import-report';
import { compactDemoDirectory, readCompactManifest, readPointsByFile } from './compact-history.loader';
import { readReportedOrganisations, type ReportedOrganisation } from './reported-organisations';

/** What a backtest reads: the published figures, and who followed whom. */
export interface BacktestSource {
  readonly history: PublishedHistory;
  readonly successions: readonly OrganisationSuccession[];
}

/** A month's figure of an organisation; a row without figure is withheld. */
type Figures = Map<string, Map<string, Map<string, number | null>>>;

/**
 * Reads a compact history (the one that ships with the product, or one of the same format) with the
 * reference organisations, staff groups and successions; no database is needed. FTE of organisations is FTE days
 * available over the days of the month, England's is staff in post.
 */
export async function readPublishedHistory(directory = compactDemoDirectory()): Promise<BacktestSource> {
  const absence = await readPublishedPoints(directory, 'sickness-absence-benchmarking');
  const england = await readPublishedPoints(directory, 'england-workforce-statistics');
  const months = [...new Set(absence.map(({ monthEnd }) => monthEnd.slice(0, 7)))].sort();
  const staffGroups = readStaffGroups();
  const figures = figuresOf(absence.filter(({ measure }) => measure === 'fte-days-available'));
  const described = readReportedOrganisations(`${months.at(-1) ?? ''}-01`);
  return {
    history: {
      months,
      staffGroups,
      organisations: [...figures].map(([code, byGroup]) =>
        organisationOf(code, byGroup, { months, staffGroups, described }),
      ),
      nation: nationOf(england.filter(({ measure }) => measure === 'fte')),
    },
    successions: readSuccessions(),
  };
}

/** All figures of one kind of file. */
export async function readPublishedPoints(
  directory: string,
  kind: ImportKind,
): Promise<readonly HistoryPoint[]> {
  const { sections } = await readCompactManifest(directory);
  const section = sections.find((each) => each.kind === kind);
  if (section === undefined) throw new Error(`${directory} holds no ${kind}.`);
  return [...(await readPointsByFile(directory, section)).values()].flatMap(({ points }) => points);
}

function figuresOf(points: readonly HistoryPoint[]): Figures {
  const figures: Figures = new Map();
  for (const { organisationCode, staffGroupCode, monthEnd, value } of points) {
    const byGroup = entry(figures, organisationCode, () => new Map<string, Map<string, number | null>>());
    const byMonth = entry(byGroup, staffGroupCode, () => new Map<string, number | null>());
    const days = Number(monthEnd.slice(8));
    byMonth.set(monthEnd.slice(0, 7), value === null ? null : Number(value) / days);
  }
  return figures;
}

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}

interface Frame {
  readonly months: readonly string[];
  readonly staffGroups: readonly HistoryStaffGroup[];
  readonly described: (code: string) => ReportedOrganisation;
}

function organisationOf(
  code: string,
  byGroup: ReadonlyMap<string, ReadonlyMap<string, number | null>>,
  { months, staffGroups, described }: Frame,
): OrganisationHistory {
  const reports = months.map((month) => [...byGroup.values()].some((figures) => figures.has(month)));
  const seriesOf = (figures: ReadonlyMap<string, number | null>): readonly (number | null)[] =>
    months.map((month, index) => {
      const value = figures.get(month);
      return value === undefined ? (reports[index] === true ? 0 : null) : value;
    });
  return {
    ...described(code),
    reports,
    fte: Object.fromEntries(
      staffGroups.flatMap((group) => {
        const figures = byGroup.get(group.code);
        return figures === undefined ? [] : [[group.code, seriesOf(figures)]];
      }),
    ),
  };
}

function nationOf(points: readonly HistoryPoint[]): PublishedHistory['nation'] {
  const byGroup = new Map<string, HistoryPoint[]>();
  for (const point of points) entry(byGroup, point.staffGroupCode, (): HistoryPoint[] => []).push(point);
  return Object.fromEntries(
    [...byGroup].map(([staffGroup, series]) => {
      const sorted = series.toSorted((left, right) => left.monthEnd.localeCompare(right.monthEnd));
      return [
        staffGroup,
        {
          lastMonth: sorted.at(-1)?.monthEnd.slice(0, 7) ?? '',
          fte: sorted.map(({ value }) => (value === null ? null : Number(value))),
        },
      ];
    }),
  );
}

function readStaffGroups(): readonly HistoryStaffGroup[] {
  const columns = ['code', 'name', 'is_leaf', 'is_registered', 'is_medical'] as const;
  return readReferenceTable('staff-groups/staff-groups.csv', columns)
    .filter((row) => row.is_leaf === '1')
    .map((row) => ({
      code: row.code,
      name: row.name,
      registered: row.is_registered === '1',
      medical: row.is_medical === '1',
    }));
}

function readSuccessions(): readonly OrganisationSuccession[] {
  const columns = ['predecessor_code', 'predecessor_type', 'successor_code', 'effective_on', 'kind'] as const;
  return readReferenceTable('organisations/successions.csv', columns)
    .filter((row) => row.predecessor_type !== 'system')
    .map((row) => ({
      predecessor: row.predecessor_code,
      successor: row.successor_code,
      effectiveOn: row.effective_on,
      kind: row.kind,
    }));
}
