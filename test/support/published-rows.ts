import { parse } from 'csv-parse/sync';
import { InvalidInputError } from '#platform';
import { readReferenceTable } from '#organisations';
import type { HistoryPoint, ProfileCell } from '../../libs/baselines/formats/published-format';
import { recogniseFormat } from '../../libs/baselines/formats/recognise-format';
import { StaffGroupLabels } from '../../libs/baselines/formats/staff-group-labels';
import { FaultCollector, type ImportFault } from '../../libs/baselines/imports/import-fault';
import { ImportTally } from '../../libs/baselines/imports/import-tally';

/** What a published file was read into, without a database. */
export interface ReadText {
  readonly points: readonly HistoryPoint[];
  readonly cells: readonly ProfileCell[];
  readonly counts: ReturnType<ImportTally['counts']>;
  readonly organisationCodes: readonly string[];
}

/** Reads the text of a published file. @throws InvalidInputError with its faults */
export function readPublishedText(text: string): ReadText {
  const faults = new FaultCollector('file.csv');
  const tally = new ImportTally();
  const points: HistoryPoint[] = [];
  const cells: ProfileCell[] = [];
  const organisationCodes: string[] = [];
  const [header = [], ...rows]: string[][] = parse(text, { relax_column_count: true });
  const { format, positions } = recogniseFormat(header, faults);
  const reader = format.createReader({
    position: (column) => positions.get(column) ?? -1,
    labels: labelsOf(format.labelScheme),
    faults,
    tally,
    sink: {
      point: (point) => void points.push(point),
      cell: (cell) => void cells.push(cell),
      organisation: ({ code }) => void organisationCodes.push(code),
    },
  });
  rows.forEach((fields, index) => {
    tally.rowsRead += 1;
    reader.read({ line: index + 2, fields });
  });
  reader.finish();
  faults.throwIfAny();
  return { points, cells, counts: tally.counts(), organisationCodes };
}

/** The faults for which a published text is refused; none when it is accepted. */
export function faultsOfText(text: string): readonly ImportFault[] {
  try {
    readPublishedText(text);
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults as ImportFault[];
    throw error;
  }
}

function labelsOf(scheme: string): StaffGroupLabels {
  const groups = readReferenceTable('staff-groups/staff-groups.csv', ['code', 'name']);
  const nameOf = new Map(groups.map(({ code, name }) => [code, name]));
  const mappings = readReferenceTable('staff-groups/mappings.csv', ['scheme', 'label', 'staff_group_code']);
  return new StaffGroupLabels([
    ...groups.map(({ code, name }) => ({ label: name, code, name })),
    ...mappings
      .filter((row) => row.scheme === scheme)
      .map(({ label, staff_group_code: code }) => ({ label, code, name: nameOf.get(code) ?? code })),
  ]);
}
