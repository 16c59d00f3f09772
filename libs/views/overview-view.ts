import { gapShares, likelyRange, type DrawnRange } from '#modules/report-layout';
import type { ReportColumn, ReportTable } from '#modules/reporting';
import { NotFoundError } from '#platform';
import type {
  NodeRanges,
  Overview,
  OverviewBridge,
  OverviewStaffGroup,
  ProjectionStatus,
} from '#projections';
import { sourceOfResult, type View, type ViewSource, type ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** What of the overview is shown. */
export interface OverviewFilters {
  /** Staff group of the supply lines and the bridge; all staff where it is left out. */
  readonly group?: string | undefined;
  /** A line of the staff-group table, `all`, or the main ones where it is left out. */
  readonly lines?: string | undefined;
}

/** Everything that an overview is made of. */
export interface OverviewMaterial {
  readonly overview: Overview;
  readonly status: ProjectionStatus;
  readonly ranges: NodeRanges;
}

const ALL_STAFF = 'all-staff';

interface Line {
  readonly column: ReportColumn;
  readonly valuesOf: (group: OverviewStaffGroup) => readonly (number | null)[];
}

/** Lines by their name in the page's address. */
const LINES: Readonly<Record<string, readonly Line[]>> = {
  'staff-in-post': [
    { column: column('staffInPost', 'Staff in post', 'fte'), valuesOf: ({ lines }) => lines.staffInPost },
    { column: column('headcount', 'Headcount', 'headcount'), valuesOf: ({ lines }) => lines.headcount },
  ],
  establishment: [
    {
      column: column('establishment', 'Funded establishment', 'fte'),
      valuesOf: ({ lines }) => lines.establishment,
    },
  ],
  requirement: [
    { column: column('requirement', 'Requirement', 'fte'), valuesOf: ({ lines }) => lines.requirement },
  ],
  gap: [{ column: column('gap', 'Requirement less staff in post', 'fte'), valuesOf: ({ gap }) => gap }],
  vacancy: [
    { column: column('vacancyRate', 'Vacancy rate', 'share'), valuesOf: ({ vacancyRate }) => vacancyRate },
  ],
  'pay-bill': [
    { column: column('payBill', 'Pay bill of the year', 'pounds'), valuesOf: ({ lines }) => lines.payBill },
  ],
};
const MAIN_LINES = ['staff-in-post', 'establishment', 'requirement', 'gap'];

function linesOf(filter: string | undefined): readonly Line[] {
  if (filter === 'all') return Object.values(LINES).flat();
  return LINES[filter ?? ''] ?? MAIN_LINES.flatMap((name) => LINES[name] ?? []);
}

/** Every staff group in every year: stocks at 31 March, money of the year. */
export function staffGroupTable({ years, staffGroups }: Overview, filter: string | undefined): ViewTable {
  const lines = linesOf(filter);
  const rows = staffGroups.flatMap((group) =>
    years.map(({ year, kind }, index) => ({
      staffGroup: group.name,
      isSum: group.isLeaf ? 'No' : 'Yes',
      year,
      kind: kind === 'estimate' ? 'Forecast outturn' : 'Projected',
      ...Object.fromEntries(
        lines.map((line): [string, number | null] => [line.column.key, line.valuesOf(group)[index] ?? null]),
      ),
    })),
  );
  const columns = [
    column('staffGroup', 'Staff group'),
    column('isSum', 'Sum of other groups'),
    column('year', 'Year', 'financial-year'),
    column('kind', 'Kind'),
    ...lines.map((line) => line.column),
  ];
  return tableOf(['staff-groups', 'Staff groups by year'], columns, rows);
}

function drawnRange({ state, ranges }: NodeRanges, code: string): DrawnRange {
  const group = ranges?.staffGroups.find((candidate) => candidate.code === code);
  return { state, months: ranges?.months ?? [], range: group?.measures['fte'] ?? null };
}

function supplyTable({ overview, ranges }: OverviewMaterial, group: OverviewStaffGroup): ViewTable {
  const { years } = overview;
  const { staffInPost, requirement, establishment } = group.lines;
  const isStale = overview.freshness.state === 'recalculating';
  const range = isStale ? null : likelyRange(drawnRange(ranges, group.code), years, staffInPost);
  const lines: readonly (readonly [string, readonly (number | null)[]])[] = [
    ['Staff in post', staffInPost],
    ['Requirement', requirement],
    [
      group.establishmentBasis === 'assumed' ? 'Establishment (assumed)' : 'Funded establishment',
      establishment,
    ],
    ['Likely range (8 in 10), from', range?.low ?? []],
    ['Likely range (8 in 10), to', range?.high ?? []],
  ];
  const rows = lines
    .filter(([, values]) => values.some((value) => value !== null))
    .map(([line, values]) => ({
      line,
      ...Object.fromEntries(years.map(({ year }, index) => [String(year), values[index] ?? null])),
    }));
  const columns = [
    column('line', 'WTE at 31 March'),
    ...years.map(({ year, label }) => column(String(year), label, 'fte')),
  ];
  return tableOf(['supply', `Supply against requirement: ${group.name}`], columns, rows);
}

function gapTable({ years, staffGroups }: Overview): ViewTable {
  const rows = staffGroups
    .filter(({ isLeaf, code }) => isLeaf || code === ALL_STAFF)
    .map((group) => ({
      staffGroup: group.name,
      ...Object.fromEntries(
        gapShares(group).map((share, index) => [String(years[index]?.year ?? index), share]),
      ),
    }));
  const columns = [
    column('staffGroup', 'Staff group, at 31 March'),
    ...years.map(({ year, label }) => column(String(year), label, 'share')),
  ];
  return tableOf(['gap', 'Staff in post less requirement, share of the requirement'], columns, rows);
}

function bridgeTable({ opening, parts, closing }: OverviewBridge, group: OverviewStaffGroup): ViewTable {
  const rows = [opening, ...parts, closing].map(({ label, value }) => ({ part: label, fte: value }));
  const columns = [column('part', 'Part'), column('fte', 'Amount', 'fte')];
  return tableOf(['bridge', `What moves staff in post: ${group.name}`], columns, rows);
}

function coverageTable({ coverage }: Overview): ViewTable {
  const rows = coverage.bases.map(({ label, fte }) => ({ basis: label, fte }));
  return tableOf(
    ['coverage', 'Where the baseline comes from'],
    [column('basis', 'Basis'), column('fte', 'Staff in post', 'fte')],
    rows,
  );
}

const FRESHNESS_WORDS = {
  'up-to-date': 'Up to date',
  recalculating: 'Recalculating',
  failed: 'Failed',
  'never-run': 'Not yet calculated',
} as const;

function organisationTable({ units }: ProjectionStatus): ViewTable {
  const rows = units.map(({ organisation, freshness }) => ({
    organisation: organisation.name,
    code: organisation.code,
    state: FRESHNESS_WORDS[freshness.state],
    calculated: freshness.publishedAt,
  }));
  const columns = [
    column('organisation', 'Organisation'),
    column('code', 'Code'),
    column('state', 'Projection'),
    column('calculated', 'Calculated'),
  ];
  return tableOf(['organisations', 'Organisations in these figures'], columns, rows);
}

function noticeTable({ notices, staffGroups }: Overview): ViewTable {
  const nameOf = (code: string | null) =>
    staffGroups.find((group) => group.code === code)?.name ?? 'All staff';
  const rows: ReportTable['rows'] = notices.map(({ staffGroup, message, amount }) => ({
    staffGroup: nameOf(staffGroup),
    message,
    amount,
  }));
  const columns = [
    column('staffGroup', 'Staff group'),
    column('message', 'Notice'),
    column('amount', 'Amount', 'number'),
  ];
  return tableOf(['notices', 'What to know about the figures'], columns, rows);
}

/** The source of an overview's figures. */
export const sourceOfOverview = ({ organisation, scenario, result }: Overview): ViewSource =>
  sourceOfResult(organisation, scenario.name, result);

/**
 * The plan overview: supply, bridge, staff groups, coverage, organisations, notices.
 *
 * @throws NotFoundError for a staff group that it has not
 */
export function overviewView(material: OverviewMaterial, { group: code, lines }: OverviewFilters): View {
  const { overview, status } = material;
  const group = overview.staffGroups.find((candidate) => candidate.code === (code ?? ALL_STAFF));
  if (group === undefined && code !== undefined && overview.result !== null) {
    throw new NotFoundError('There are no figures of this staff group.', { group: code });
  }
  const bridge = group === undefined ? undefined : overview.bridges[group.code];
  return {
    key: 'overview',
    title: `${overview.organisation.name}: plan overview`,
    source: sourceOfOverview(overview),
    notes: [
      overview.coverage.statement,
      ...(overview.netting.joiners === 0 ? [] : [overview.netting.statement]),
      'Stock figures stand at 31 March of the financial year; money is the total of the year.',
    ],
    tables: [
      ...(group === undefined ? [] : [supplyTable(material, group)]),
      gapTable(overview),
      staffGroupTable(overview, lines),
      ...(bridge === undefined || group === undefined ? [] : [bridgeTable(bridge, group)]),
      coverageTable(overview),
      organisationTable(status),
      noticeTable(overview),
    ],
  };
}
