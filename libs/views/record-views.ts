import type { ReportTable } from '#modules/reporting';
import type { AccuracyEvidence } from '#modules/backtest';
import {
  ACCURACY_STATEMENT,
  accuracyTables,
  AUDIT_FILE_COLUMNS,
  BASELINE_COLUMNS,
  CLIENT_COLUMNS,
  EXTRACT_COLUMNS,
  extractTables,
  JOB_COLUMNS,
  KEY_COLUMNS,
  mappingColumns,
  mappingEntries,
  MONTHLY_FILE_COLUMNS,
  monthlyTables,
  PAST_TIME_COLUMNS,
  pastTimes,
  PEOPLE_COLUMNS,
  PUBLISHED_FILE_COLUMNS,
  SCHEDULE_COLUMNS,
  SNAPSHOT_COLUMNS,
  tableOfList,
  type AccuracyChoice,
  type AuditEntry,
  type BaselineSnapshot,
  type EsrNames,
  type Job,
  type ListedClient,
  type ListedExtract,
  type PublishedFile,
  type ReadMapping,
  type ReportedExtract,
  type ReportedMonthlyFile,
  type RoleRow,
  type RoundBaseline,
  type ScheduleRow,
} from './lists';
import { chosenTable, type TableChoices } from './report-view';
import { tableOfReport, type View, type ViewSource } from './view';

const RECORDS: ViewSource = {
  organisation: null,
  scenario: null,
  kind: 'records',
  run: null,
  engineVersion: null,
  calculatedAt: null,
};

function records(key: string, title: string, tables: readonly ReportTable[]): View {
  return { key, title, source: RECORDS, notes: [], tables: tables.map(tableOfReport) };
}

/** People and their roles. */
export function peopleView(rows: readonly RoleRow[]): View {
  const title = 'People and roles';
  return records('people', title, [tableOfList({ key: 'people', title }, PEOPLE_COLUMNS, rows)]);
}

/** Clients of the national API, and the keys of each. */
export function clientsView(clients: readonly ListedClient[]): View {
  const title = 'API clients';
  return records('clients', title, [
    tableOfList({ key: 'clients', title }, CLIENT_COLUMNS, clients),
    ...clients.map(({ id, name, keys }) =>
      tableOfList({ key: `keys-${id}`, title: `Keys of ${name}` }, KEY_COLUMNS, keys),
    ),
  ]);
}

/** Schedules, and what became of their latest times. */
export function schedulesView(schedules: readonly ScheduleRow[]): View {
  const past = { key: 'past-times', title: 'What became of the latest times' };
  return records('schedules', 'Schedules', [
    tableOfList({ key: 'schedules', title: 'Schedules' }, SCHEDULE_COLUMNS, schedules),
    tableOfList(past, PAST_TIME_COLUMNS, pastTimes(schedules)),
  ]);
}

/** The work on projections. */
export function jobsView(jobs: readonly Job[]): View {
  return records('jobs', 'Jobs', [tableOfList({ key: 'jobs', title: 'Jobs' }, JOB_COLUMNS, jobs)]);
}

/** Most entries of the audit trail that a file of the view holds; every entry comes as streamed CSV. */
export const MOST_AUDIT_ENTRIES = 20_000;

/** Entries of the audit trail. */
export function auditView(entries: readonly AuditEntry[], hasMore: boolean): View {
  const title = 'Audit trail';
  const view = records('audit', title, [tableOfList({ key: 'audit', title }, AUDIT_FILE_COLUMNS, entries)]);
  return hasMore
    ? { ...view, notes: [`The newest ${entries.length} entries; there are earlier ones.`] }
    : view;
}

/** The opening positions of a round. */
export function baselinesView(baselines: readonly RoundBaseline[]): View {
  const title = 'Baselines';
  return records('baselines', title, [tableOfList({ key: 'baselines', title }, BASELINE_COLUMNS, baselines)]);
}

/** Frozen opening positions. */
export function snapshotsView(snapshots: readonly BaselineSnapshot[]): View {
  const title = 'Snapshots';
  return records('snapshots', title, [tableOfList({ key: 'snapshots', title }, SNAPSHOT_COLUMNS, snapshots)]);
}

/** Published files that were read. */
export function publishedFilesView(files: readonly PublishedFile[]): View {
  const title = 'Published files';
  const table = tableOfList({ key: 'published-files', title }, PUBLISHED_FILE_COLUMNS, files);
  return records('published-files', title, [table]);
}

/** What an employer's extracts are, and how they are read. */
export interface ExtractsMaterial {
  readonly organisation: ViewSource['organisation'];
  readonly extracts: readonly ListedExtract[];
  /** The one that is open; null where none is. */
  readonly opened: ReportedExtract | null;
  readonly mapping: ReadMapping;
  readonly names: EsrNames;
}

/** The imported ESR extracts of an employer, what the opened one comes to, and how they are read. */
export function extractsView({ organisation, extracts, opened, mapping, names }: ExtractsMaterial): View {
  const title = 'Imported extracts';
  const view = records('esr', title, [
    tableOfList({ key: 'extracts', title }, EXTRACT_COLUMNS, extracts),
    ...(opened === null ? [] : extractTables(opened, names)),
    tableOfList({ key: 'mapping', title: 'Mapping' }, mappingColumns(names), mappingEntries(mapping)),
  ]);
  return { ...view, source: { ...RECORDS, organisation } };
}

/** An employer's ledgers or rosters. */
export interface MonthlyFilesMaterial {
  readonly organisation: ViewSource['organisation'];
  readonly files: readonly ReportedMonthlyFile[];
  /** The one that is open; null where none is. */
  readonly opened: ReportedMonthlyFile | null;
  /** Of the opened one; its latest without it. */
  readonly month: string | undefined;
  readonly names: Pick<EsrNames, 'staffGroups'>;
}

/** The imported ledgers or rosters of an employer, and what the opened one comes to. */
export function monthlyFilesView(kind: string, material: MonthlyFilesMaterial): View {
  const { organisation, files, opened, month, names } = material;
  const view = records(kind, 'Imported files', [
    tableOfList({ key: 'files', title: 'Imported files' }, MONTHLY_FILE_COLUMNS, files),
    ...(opened === null ? [] : monthlyTables(opened, names, month)),
  ]);
  return { ...view, source: { ...RECORDS, organisation } };
}

/** How far off projections were where what came is known. */
export function accuracyView(evidence: AccuracyEvidence, choice: AccuracyChoice, shown: TableChoices): View {
  return {
    key: 'accuracy',
    title: 'How accurate were projections?',
    source: { ...RECORDS, kind: 'accuracy' },
    notes: [`${ACCURACY_STATEMENT}.`],
    tables: accuracyTables(evidence, choice).map((table) =>
      chosenTable('accuracy', table, shown[table.key] ?? null),
    ),
  };
}
