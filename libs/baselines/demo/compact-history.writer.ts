import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { HISTORY_MEASURES, type HistoryMeasure } from '../formats/published-format';
import { IMPORT_KINDS, type ImportKind, type ImportReport } from '../imports/import-report';
import {
  CELL_COLUMNS,
  SERIES_COLUMNS,
  encodeValues,
  type CompactManifest,
  type CompactSection,
} from './compact-history';

const LICENCE =
  'Contains public sector information licensed under the Open Government Licence v3.0. See PROVENANCE.md.';

interface PointRow {
  readonly code: string;
  readonly staffGroup: string;
  readonly measure: HistoryMeasure;
  readonly monthEnd: string;
  readonly value: string | null;
  readonly fileId: string;
}

/** Writes everything that was imported in the compact form that {@link importCompactDemo} reads. */
export async function writeCompactHistory(
  manager: EntityManager,
  directory: string,
): Promise<CompactManifest> {
  await mkdir(directory, { recursive: true });
  const files = await readReports(manager);
  const sections: CompactSection[] = [];
  for (const kind of IMPORT_KINDS) {
    if (kind === 'ethnicity-by-band') sections.push(await writeCells(manager, directory));
    else sections.push(await writeSeries(manager, directory, kind, files));
  }
  const manifest: CompactManifest = {
    format: 'wholetime.compact-history/1',
    licence: LICENCE,
    files,
    sections,
  };
  await writeFile(join(directory, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
  return manifest;
}

async function readReports(manager: EntityManager): Promise<ImportReport[]> {
  const rows = await manager.query<{ report: string }[]>(
    'SELECT report FROM import_file ORDER BY kind, file_name, id',
  );
  return rows.map(({ report }) => JSON.parse(report) as ImportReport);
}

async function writeSeries(
  manager: EntityManager,
  directory: string,
  kind: ImportKind,
  files: readonly ImportReport[],
): Promise<CompactSection> {
  const rows = await readPoints(manager, kind);
  const months = [...new Set(rows.map(({ monthEnd }) => monthEnd))].sort();
  const series = new Map<string, Map<string, string | null>>();
  for (const { code, staffGroup, measure, monthEnd, value } of rows) {
    const key = [code, staffGroup, measure].join(',');
    const values = series.get(key) ?? new Map<string, string | null>();
    series.set(key, values.set(monthEnd, value));
  }
  const path = `${kind}.csv.gz`;
  const lines = [...series].map(([key, values]) => `${key},${encodeValues(months, values)}`);
  await writeLines(join(directory, path), [SERIES_COLUMNS.join(','), ...lines]);
  return { kind, path, months, sources: sourcesOf(rows, months, files) };
}

async function readPoints(manager: EntityManager, kind: ImportKind): Promise<PointRow[]> {
  return manager.query<PointRow[]>(
    `SELECT o.ods_code AS code, s.staff_group_code AS staffGroup, s.measure, p.month_end AS monthEnd, p.value,
       p.import_file_id AS fileId
     FROM import_file f
     JOIN history_point p ON p.import_file_id = f.id
     JOIN history_series s ON s.id = p.series_id
     JOIN (SELECT organisation_id, MAX(ods_code) AS ods_code FROM organisation_period GROUP BY organisation_id) o
       ON o.organisation_id = s.organisation_id
     WHERE f.kind = ? ORDER BY o.ods_code, s.staff_group_code, s.measure, p.month_end`,
    [kind],
  );
}

/** A month of a measure comes from one file, whatever the organisation. */
function sourcesOf(
  rows: readonly PointRow[],
  months: readonly string[],
  files: readonly ImportReport[],
): CompactSection['sources'] {
  const fileOf = new Map(rows.map(({ measure, monthEnd, fileId }) => [`${measure}|${monthEnd}`, fileId]));
  const indexOf = new Map(files.map(({ id }, index) => [id, index]));
  const present = new Set(rows.map(({ measure }) => measure));
  return Object.fromEntries(
    HISTORY_MEASURES.filter((measure) => present.has(measure)).map((measure) => [
      measure,
      months.map((month) => indexOf.get(fileOf.get(`${measure}|${month}`) ?? '') ?? -1),
    ]),
  );
}

async function writeCells(manager: EntityManager, directory: string): Promise<CompactSection> {
  const rows = await manager.query<Record<string, string | null>[]>(
    `SELECT as_at, staff_group_code AS staff_group, band_code AS band, ethnicity, headcount FROM workforce_profile_cell
     ORDER BY as_at, staff_group_code, band_code, ethnicity`,
  );
  const path = 'ethnicity-by-band.csv.gz';
  const lines = rows.map((row) => {
    const headcount = row['headcount'] ?? null;
    return [
      ...CELL_COLUMNS.slice(0, -1).map((column) => row[column]),
      headcount === null ? '*' : String(Number(headcount)),
    ].join(',');
  });
  await writeLines(join(directory, path), [CELL_COLUMNS.join(','), ...lines]);
  return { kind: 'ethnicity-by-band', path, months: [], sources: {} };
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  await writeFile(path, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
}
