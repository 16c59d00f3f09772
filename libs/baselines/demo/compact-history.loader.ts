import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { EntityManager } from 'typeorm';
import { projectRoot } from '#platform';
import type { HistoryPoint, ProfileCell } from '../formats/published-format';
import { loadReportingOrganisations, storeImportFile } from '../imports/import-file.repository';
import { HistoryWriter, SeriesDirectory, loadSeriesIds } from '../imports/history-writer';
import { decodeSeries, type CompactManifest, type CompactSection } from './compact-history';

export interface CompactImport {
  readonly filesImported: number;
  /** Files whose bytes had been imported before; they are left alone. */
  readonly filesKnown: number;
  readonly valuesWritten: number;
}

/** Folder of the published history that ships with the product. */
export function compactDemoDirectory(): string {
  return join(projectRoot(__dirname), 'config', 'demo', 'history');
}

/** The manifest of a compact history: the files it stands for and their reports. */
export async function readCompactManifest(directory = compactDemoDirectory()): Promise<CompactManifest> {
  return JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')) as CompactManifest;
}

/**
 * Loads the published history that ships with the product, as if its files had been imported one by one:
 * the same tables, with the names, hashes and reports of the published files. Idempotent: a file that was
 * imported before, here or from its original, is left alone. Call it in a transaction, after
 * `loadReferenceOrganisations`.
 */
export async function importCompactDemo(
  manager: EntityManager,
  directory = compactDemoDirectory(),
): Promise<CompactImport> {
  const manifest = await readCompactManifest(directory);
  const fresh = await filesNotImported(manager, manifest);
  let valuesWritten = 0;
  if (fresh.size > 0) {
    for (const section of manifest.sections) {
      valuesWritten += await loadSection(manager, directory, manifest, section, fresh);
    }
    for (const index of fresh) {
      const report = manifest.files[index];
      if (report !== undefined) await storeImportFile(manager, report, null);
    }
  }
  return { filesImported: fresh.size, filesKnown: manifest.files.length - fresh.size, valuesWritten };
}

async function filesNotImported(manager: EntityManager, { files }: CompactManifest): Promise<Set<number>> {
  const rows = await manager.query<{ sha256: string }[]>(
    'SELECT sha256 FROM import_file WHERE sha256 IN (?)',
    [files.map(({ sha256 }) => sha256)],
  );
  const known = new Set(rows.map(({ sha256 }) => sha256));
  return new Set([...files.keys()].filter((index) => !known.has(files[index]?.sha256 ?? '')));
}

async function loadSection(
  manager: EntityManager,
  directory: string,
  manifest: CompactManifest,
  section: CompactSection,
  fresh: ReadonlySet<number>,
): Promise<number> {
  const organisations = await loadReportingOrganisations(manager);
  const series = new SeriesDirectory(manager, organisations, await loadSeriesIds(manager));
  let valuesWritten = 0;
  for (const [index, content] of await readFiles(directory, manifest, section)) {
    if (!fresh.has(index)) continue;
    const writer = new HistoryWriter(manager, manifest.files[index]?.id ?? '', series);
    await writer.writePoints(content.points);
    await writer.writeCells(content.cells);
    valuesWritten += writer.valuesWritten;
  }
  return valuesWritten;
}

/** What one published file brought. */
interface FileContent {
  readonly points: HistoryPoint[];
  readonly cells: readonly ProfileCell[];
}

async function readFiles(
  directory: string,
  manifest: CompactManifest,
  section: CompactSection,
): Promise<ReadonlyMap<number, FileContent>> {
  if (section.kind !== 'ethnicity-by-band') return readPointsByFile(directory, section);
  const index = manifest.files.findIndex(({ kind }) => kind === section.kind);
  return new Map([[index, { points: [], cells: await readCells(directory, section) }]]);
}

/** The history points of a section by the file they came from. */
export async function readPointsByFile(
  directory: string,
  section: CompactSection,
): Promise<ReadonlyMap<number, FileContent>> {
  const monthIndex = new Map(section.months.map((month, index) => [month, index]));
  const files = new Map<number, FileContent>();
  for (const fields of await readSection(directory, section)) {
    for (const point of decodeSeries(section, fields)) {
      const file = section.sources[point.measure]?.[monthIndex.get(point.monthEnd) ?? -1] ?? -1;
      const content = files.get(file);
      if (content === undefined) files.set(file, { points: [point], cells: [] });
      else content.points.push(point);
    }
  }
  return files;
}

async function readCells(directory: string, section: CompactSection): Promise<ProfileCell[]> {
  const rows = await readSection(directory, section);
  return rows.map(([asAt = '', staffGroupCode = '', bandCode = '', ethnicity = '', headcount = '*']) => ({
    asAt,
    staffGroupCode,
    bandCode,
    ethnicity,
    headcount: headcount === '*' ? null : headcount,
  }));
}

async function readSection(directory: string, { path }: CompactSection): Promise<string[][]> {
  const content = gunzipSync(await readFile(join(directory, path)));
  return parse(content, { from_line: 2 });
}
