import type { ImportReport } from '../../api/data-types';
import { formatQuantity } from '../../words/numbers';

/** A line of the quality report: a rule, how often it applied, and where. */
export interface QualityLine {
  readonly rule: string;
  readonly explanation: string;
  readonly count: number;
  readonly examples: string;
}

const MOST_EXAMPLES = 5;

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_EXAMPLES).join('; ');
  return texts.length > MOST_EXAMPLES ? `${shown}; and ${texts.length - MOST_EXAMPLES} more` : shown;
}

function changeText(change: number): string {
  return `${change > 0 ? '+' : '−'}${(Math.abs(change) * 100).toFixed(1)}%`;
}

/** What was done with the rows, rule by rule, each with its count. */
export function qualityLines(report: ImportReport): QualityLine[] {
  const { rowsRead, rowsKept, notKept, suppressedCells, zerosInferred, labelsHarmonised, jumps } = report;
  const unexplained = jumps.filter(({ explanation }) => explanation === null).length;
  const line = (rule: string, explanation: string, count: number, examples: readonly string[] = []) => ({
    rule,
    explanation,
    count,
    examples: listed(examples),
  });
  return [
    line('Rows read', 'Rows below the header.', rowsRead),
    line('Rows kept', 'Rows that a value was taken from.', rowsKept),
    ...notKept.map(({ reason, count, examples }) =>
      line(
        `Not kept: ${reason}`,
        'Rows that nothing was taken from.',
        count,
        examples.map(({ line: at, message }) => `line ${at}: ${message}`),
      ),
    ),
    line('Suppressed', 'Withheld by the publisher: kept as suppressed, never as zero.', suppressedCells),
    line('Zeros inferred', 'Zeros that the file states by leaving a row out.', zerosInferred),
    line(
      'Labels harmonised',
      'Published labels read as a staff group.',
      labelsHarmonised.length,
      labelsHarmonised.map(({ from, to, count }) => `${from} as ${to} (${count})`),
    ),
    line(
      'Unknown organisations',
      'Codes that were not in the reference: added with the name of the file.',
      report.organisationsAdded.length,
      report.organisationsAdded.map(({ code, name }) => `${code} ${name}`),
    ),
    line(
      'Jumps',
      `Changes of all staff by more than 5% in a month; ${formatQuantity(unexplained, 'one', 'ones')} without an explanation.`,
      jumps.length,
      jumps.map(
        ({ organisation, month, change, explanation }) =>
          `${organisation.name} ${month} ${changeText(change)}${explanation === null ? '' : ` (${explanation})`}`,
      ),
    ),
    line('Values written', 'Monthly values and profile cells.', report.valuesWritten),
    line('Values replaced', 'Of those, in place of one from an earlier file.', report.valuesReplaced),
  ];
}
