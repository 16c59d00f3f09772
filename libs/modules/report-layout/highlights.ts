import type { ModuleReport, ReportTable } from '../reporting/module-report';
import { nameOfValue } from './report-words';
import { summedTable, tableWithRows, type Summing } from './summed-table';
import { distinct } from './table-shape';

type Tables = readonly ReportTable[];
type Highlight = (tables: Tables) => ReportTable | null;

/** A table of the report summed; null where the report has nothing of it. */
const summed =
  (from: string, summing: Summing): Highlight =>
  (tables) => {
    const table = tableWithRows(tables, from);
    return table === undefined ? null : summedTable(table, summing);
  };

/** Leavers by age band in the last year of the plan, all staff groups together. */
const leaversByAge: Highlight = (tables) => {
  const table = tableWithRows(tables, 'leavers-by-age');
  if (table === undefined) return null;
  const last = distinct(table.rows, 'year').at(-1) ?? null;
  const rows = table.rows.filter(({ year }) => year === last);
  const title = `Leavers by age in ${nameOfValue(last, 'financial-year')}, all staff groups`;
  const all = summedTable(
    { ...table, rows },
    { key: 'all-ages', title, by: ['ageBand'], figures: ['inPost', 'left', 'retired'] },
  );
  const shareOf = (left: unknown, inPost: unknown): number | null =>
    typeof left === 'number' && typeof inPost === 'number' && inPost > 0 ? left / inPost : null;
  return {
    ...all,
    columns: [...all.columns, { key: 'share', label: 'Share who left', unit: 'share' }],
    rows: all.rows.map((row) => ({ ...row, share: shareOf(row['left'], row['inPost']) })),
  };
};

/** Shares in each cluster of bands of one part of the workforce, at the opening and at the end, side by side. */
const sharesByBand =
  (key: string, part: string): Highlight =>
  (tables) => {
    const table = tableWithRows(tables, 'clusters');
    if (table === undefined) return null;
    const months = distinct(table.rows, 'month');
    const [first = null, last = null] = [months[0], months.at(-1)];
    const rows = table.rows.filter((row) => row['part'] === part);
    const shareAt = (month: string | number | null, scope: string | number) =>
      rows.find((row) => row['month'] === month && row['scope'] === scope)?.['shareOfAll'] ?? null;
    return {
      key,
      title: `${part} staff: share in each cluster of bands, at the opening and at the end`,
      columns: [
        { key: 'cluster', label: 'Cluster', unit: 'text' },
        { key: 'opening', label: nameOfValue(first, 'month'), unit: 'share' },
        { key: 'end', label: nameOfValue(last, 'month'), unit: 'share' },
      ],
      rows: distinct(rows, 'scope').map((scope) => ({
        cluster: scope,
        opening: shareAt(first, scope),
        end: shareAt(last, scope),
      })),
    };
  };

/** Lines of the pay bill that are told apart; the smaller ones stand together. */
const MOST_LINES = 5;

/** The lines of the pay bill in whole years, largest first, without their total. */
const payBillLines: Highlight = (tables) => {
  const table = tableWithRows(tables, 'lines');
  if (table === undefined) return null;
  const years = table.columns.filter(
    ({ key, label }) => /^year-\d{4}$/.test(key) && !label.endsWith('(part)'),
  );
  const last = years.at(-1)?.key ?? '';
  // The last row is the sum of the others.
  const lines = table.rows.slice(0, -1).sort((left, right) => Number(right[last]) - Number(left[last]));
  const rows = lines.flatMap((row, place) =>
    years.map(({ key }) => ({
      line: place < MOST_LINES ? (row['line'] ?? '') : 'Other lines',
      year: Number(key.slice('year-'.length)),
      pounds: row[key] ?? null,
    })),
  );
  const title = 'What the pay bill is made of';
  const columns: ReportTable['columns'] = [
    { key: 'line', label: 'Line', unit: 'text' },
    { key: 'year', label: 'Year', unit: 'financial-year' },
    { key: 'pounds', label: 'Pay bill', unit: 'pounds' },
  ];
  const key = 'lines-by-year';
  return summedTable(
    { key, title, columns, rows },
    { key, title, by: ['line', 'year'], figures: ['pounds'] },
  );
};

/** The registered share beside its floor, without the words of the warnings. */
const floorPath: Highlight = (tables) => {
  const table = tableWithRows(tables, 'floors');
  if (table === undefined) return null;
  const columns = table.columns.filter(({ key }) => key !== 'warning');
  return { key: 'floor-path', title: 'Registered share against its floor', columns, rows: table.rows };
};

const HIGHLIGHTS: Readonly<Partial<Record<ModuleReport['module'], readonly Highlight[]>>> = {
  growth: [
    summed('commitments', {
      key: 'all-commitments',
      title: 'Requirement by service commitment, all staff groups',
      by: ['commitment', 'year'],
      figures: ['requirement'],
    }),
    summed('requirement', {
      key: 'all-requirement',
      title: 'What drives the requirement, all staff groups',
      by: ['year'],
      figures: ['commitments', 'standards', 'other', 'productivity', 'schemes', 'skillMix', 'requirement'],
    }),
  ],
  retention: [
    summed('leavers-by-cause', {
      key: 'all-causes',
      title: 'Leavers by cause, all staff groups',
      by: ['year'],
      figures: [
        'voluntary',
        'retirement',
        'ill-health-or-death',
        'end-of-contract',
        'unpaid-leave',
        'planned',
      ],
    }),
    leaversByAge,
  ],
  'international-recruitment': [
    summed('pipeline', {
      key: 'all-pipeline',
      title: 'Pipeline by stage and month, all staff groups',
      by: ['month'],
      figures: ['offers', 'arrivals', 'registrations', 'unregisteredLeavers', 'waiting'],
    }),
    summed('cohorts', {
      key: 'lists',
      title: 'Offers by the recruitment list of the country',
      by: ['list'],
      figures: ['offers', 'registrations', 'later'],
    }),
  ],
  'apprenticeship-levy': [
    summed('apprentices', {
      key: 'all-apprentices',
      title: 'Apprentices by year, all standards',
      by: ['year'],
      figures: ['starts', 'completions', 'withdrawals', 'inTraining'],
    }),
  ],
  representation: [
    sharesByBand('bands-clinical', 'Clinical'),
    sharesByBand('bands-non-clinical', 'Non-clinical'),
    sharesByBand('bands-medical', 'Medical'),
  ],
  'skill-mix': [
    summed('substitutions', {
      key: 'all-substitutions',
      title: 'Substitution by year: planned, counted and cut off at the floor',
      by: ['year'],
      figures: ['planned', 'allowed', 'cutOff', 'covered'],
    }),
    floorPath,
  ],
  'pay-bill': [payBillLines],
};

/**
 * What only one module can show, in tables made of its report's: leavers by cause, the pipeline of all staff,
 * the lines of the pay bill. A table whose material the report lacks is left out.
 */
export function highlightsOf({ module, tables }: ModuleReport): readonly ReportTable[] {
  const made = (HIGHLIGHTS[module] ?? []).map((highlight) => highlight(tables));
  return made.filter((table): table is ReportTable => table !== null && table.rows.length > 0);
}

/** A report with its highlights before its other tables. */
export function withHighlights(report: ModuleReport): ModuleReport {
  return { ...report, tables: [...highlightsOf(report), ...report.tables] };
}

/** Warnings that a report's tables carry in their rows, each with what it is about. */
export function warningsOf({ tables }: ModuleReport): readonly string[] {
  return tables
    .filter(({ columns }) => columns.some(({ key }) => key === 'warning'))
    .flatMap(({ columns, rows }) => {
      const names = columns.filter(({ unit }) => unit === 'text' || unit === 'financial-year');
      return rows
        .filter(({ warning }) => typeof warning === 'string' && warning !== '')
        .map((row) => names.map(({ key, unit }) => nameOfValue(row[key] ?? null, unit)).join(', '));
    });
}
