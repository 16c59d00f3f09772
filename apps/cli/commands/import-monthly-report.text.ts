import type { MonthlyReport } from '#baselines';

/** The data-quality report of a ledger or roster, for a terminal. */
export function describeMonthlyReport(report: MonthlyReport): string {
  const { file, months, leftOut, unmapped, issues, blockedBy } = report;
  const lines = [
    report.alreadyImported
      ? `imported before (sha256 ${report.sha256}), nothing changed`
      : `${report.kind} (sha256 ${report.sha256})`,
    `${file.fileName}: ${file.rowsRead} rows, ${months[0]} to ${months.at(-1)}; dropped as personal: ${file.personalColumns.join(', ') || 'nothing'}`,
    ...file.columnsNotUsed.map(
      ({ header, looksLike }) =>
        `  column “${header}” is not used${looksLike === null ? '' : `; it looks like ${looksLike}`}`,
    ),
    ...describeLastMonth(report),
    `left out: ${leftOut.rows} rows, ${leftOut.workedWte.toFixed(2)} WTE worked a month, £${leftOut.actual.toFixed(2)}`,
    ...unmapped
      .filter(({ field }) => field === 'cost-centre')
      .map(
        ({ value, name, rows, workedWte }) =>
          `  cost centre ${value ?? '(others)'} ${name} belongs to no division: ${rows} figures, ${workedWte.toFixed(2)} WTE worked`,
      ),
    ...issues.map(
      ({ message, count, lines: found }) =>
        `  ${count} times: ${message}${found.length === 0 ? '' : ` Lines ${found.join(', ')}${count > found.length ? ' …' : ''}`}`,
    ),
    ...blockedBy.map((reason) => `not used yet: ${reason}`),
    report.coverage,
  ];
  return `${lines.join('\n')}\n`;
}

function describeLastMonth({ months, lines }: MonthlyReport): string[] {
  const month = months.at(-1);
  return lines
    .filter((line) => line.month === month)
    .map(({ staffGroup, employment, figures }) => {
      const shown = Object.entries(figures)
        .filter(([, value]) => value !== null)
        .map(([measure, value]) => `${measure} ${(value ?? 0).toFixed(2)}`);
      return `  ${month}, ${staffGroup ?? 'not mapped'}, ${employment ?? 'not mapped'}: ${shown.join(', ')}`;
    });
}
