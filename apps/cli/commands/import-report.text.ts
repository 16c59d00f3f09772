import type { ImportReport } from '#baselines';

/** The data-quality report of one file, for a terminal. */
export function describeReport(report: ImportReport): string {
  if (report.alreadyImported) {
    return `${report.fileName}: imported before (sha256 ${report.sha256}), nothing changed\n`;
  }
  const lines = [
    `${report.fileName} (${report.kind}, ${monthSpan(report.months)})`,
    `  rows read ${report.rowsRead}, kept ${report.rowsKept}, values written ${report.valuesWritten}, replaced ${report.valuesReplaced}`,
    `  withheld by the publisher, kept as suppressed: ${report.suppressedCells} rows`,
    ...(report.zerosInferred === 0 ? [] : [`  zeros stated by a missing row: ${report.zerosInferred}`]),
    ...report.notKept.map(({ reason, count, examples }) => {
      const example = examples[0];
      return `  not kept: ${count} rows, ${reason}${example === undefined ? '' : ` (line ${example.line}: ${example.message})`}`;
    }),
    ...report.labelsHarmonised.map(
      ({ from, to, count }) => `  label “${from}” read as “${to}”: ${count} rows`,
    ),
    ...report.organisationsAdded.map(
      ({ code, name }) => `  organisation not in the reference, added: ${code} ${name}`,
    ),
    ...report.jumps.map(
      ({ organisation, month, change, explanation }) =>
        `  jump ${month} ${organisation.code} ${organisation.name}: ${percent(change)}, ${explanation ?? 'not explained'}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** What several files came to. */
export function describeTotals(reports: readonly ImportReport[]): string {
  const fresh = reports.filter(({ alreadyImported }) => !alreadyImported);
  const sum = (of: (report: ImportReport) => number): number =>
    fresh.reduce((total, report) => total + of(report), 0);
  const jumps = fresh.flatMap((report) => report.jumps);
  const explained = jumps.filter(({ explanation }) => explanation !== null).length;
  return (
    `Total: ${fresh.length} files imported, ${reports.length - fresh.length} imported before; ` +
    `rows read ${sum(({ rowsRead }) => rowsRead)}, kept ${sum(({ rowsKept }) => rowsKept)}; ` +
    `suppressed ${sum(({ suppressedCells }) => suppressedCells)}; ` +
    `jumps over 5 %: ${jumps.length}, of which explained by a succession ${explained}\n`
  );
}

function monthSpan(months: readonly string[]): string {
  const [first = 'no month'] = months;
  const last = months.at(-1) ?? first;
  return first === last ? first : `${first} to ${last}`;
}

const percent = (share: number): string => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)} %`;
