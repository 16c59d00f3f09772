import type { FaultCollector } from '../imports/import-fault';
import { quoted } from '../imports/import-fault';
import { ETHNICITY_BY_BAND } from './ethnicity-by-band.reader';
import type { PublishedFormat } from './published-format';
import { SICKNESS_ABSENCE_BENCHMARKING } from './sickness-absence.reader';
import { TURNOVER_BENCHMARKING } from './turnover.reader';
import { ENGLAND_WORKFORCE_STATISTICS } from './workforce-statistics.reader';

export const PUBLISHED_FORMATS: readonly PublishedFormat[] = [
  SICKNESS_ABSENCE_BENCHMARKING,
  TURNOVER_BENCHMARKING,
  ENGLAND_WORKFORCE_STATISTICS,
  ETHNICITY_BY_BAND,
];

export interface RecognisedFormat {
  readonly format: PublishedFormat;
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * Tells the layout of a file from its header.
 *
 * @throws InvalidInputError when columns are missing or the header is of no known layout
 */
export function recogniseFormat(header: readonly string[], faults: FaultCollector): RecognisedFormat {
  const names = header.map((name) => name.trim());
  const missing = (format: PublishedFormat): string[] =>
    format.columns.filter((column) => !names.includes(column));
  const format = PUBLISHED_FORMATS.toSorted((a, b) => missing(a).length - missing(b).length)[0];
  if (format === undefined || missing(format).length * 2 > format.columns.length) {
    return refuseUnknownHeader(names, faults);
  }
  for (const column of missing(format)) {
    const others = names.filter((name) => name !== '' && !format.columns.includes(name));
    faults.add({
      line: 1,
      column,
      rule: 'has-column',
      message: `The column is missing; the file looks like ${format.title}.`,
      fix: others.length === 0 ? 'Import the file as published.' : renameHint(column, others),
    });
  }
  for (const column of format.columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))) {
    faults.add({
      line: 1,
      column,
      rule: 'column-once',
      message: 'The column occurs more than once.',
      fix: 'Keep the published one.',
    });
  }
  faults.throwIfAny();
  return { format, positions: new Map(format.columns.map((column) => [column, names.indexOf(column)])) };
}

function renameHint(column: string, others: readonly string[]): string {
  return `If ${others.map(quoted).join(' or ')} is this column, rename it to ${column}.`;
}

function refuseUnknownHeader(names: readonly string[], faults: FaultCollector): never {
  return faults.fail({
    line: 1,
    rule: 'known-layout',
    message: `The header ${quoted(names.join(','))} is of no layout that can be imported.`,
    fix: `Import one of: ${PUBLISHED_FORMATS.map(({ title, columns }) => `${title} (${columns.slice(0, 3).join(', ')} …)`).join('; ')}.`,
  });
}
