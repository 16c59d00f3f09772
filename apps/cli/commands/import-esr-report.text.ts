import {
  MEASURE_DEFINITIONS,
  type EsrChange,
  type EsrPosition,
  type EsrReport,
  type TurnoverFigure,
} from '#baselines';

/** The data-quality report of an ESR import, for a terminal. */
export function describeEsrReport(report: EsrReport): string {
  const { files, position, change, blockedBy } = report;
  const lines = [
    report.alreadyImported
      ? `imported before (sha256 ${report.sha256}), nothing changed`
      : `as at ${report.asAt} (sha256 ${report.sha256})`,
    ...files.flatMap(({ role, fileName, rowsRead, personalColumns, columnsNotUsed }) => [
      `${role}: ${fileName}, ${rowsRead} rows; dropped as personal: ${personalColumns.join(', ') || 'nothing'}`,
      ...columnsNotUsed.map(
        ({ header, looksLike }) =>
          `  column “${header}” is not used${looksLike === null ? '' : `; it looks like ${looksLike}`}`,
      ),
    ]),
    ...describePosition(position),
    ...(change === null ? [] : describeChange(change)),
    ...blockedBy.map((reason) => `cannot serve as a baseline: ${reason}`),
    report.coverage,
  ];
  return `${lines.join('\n')}\n`;
}

function describePosition({ headcount, fte, byGroup, rules, issues }: EsrPosition): string[] {
  return [
    `in post: ${headcount} people, ${fte.toFixed(2)} WTE`,
    ...byGroup.map(
      (group) => `  ${group.staffGroupCode}: ${group.headcount} people, ${group.fte.toFixed(2)} WTE`,
    ),
    'rules:',
    ...rules
      .filter(({ assignments }) => assignments > 0)
      .map(
        (rule) =>
          `  ${rule.label} (${rule.effect}): ${rule.assignments} assignments, ${rule.people} people, ${rule.fte.toFixed(2)} WTE`,
      ),
    ...issues.map(
      ({ message, count, lines }) =>
        `  ${count} times: ${message}${lines.length === 0 ? '' : ` Lines ${lines.join(', ')}${count > lines.length ? ' …' : ''}`}`,
    ),
  ];
}

function describeChange({ earlierAsAt, months, flows, turnover, reconciliation }: EsrChange): string[] {
  const { opening, joiners, leavers, closing } = flows.all;
  return [
    `since ${earlierAsAt} (${months} months): ${opening.headcount} people + ${joiners.headcount} joiners - ${leavers.headcount} leavers = ${closing.headcount}; left and came back: ${flows.rehired}`,
    ...turnover
      .filter(({ staffGroupCode }) => staffGroupCode === 'all-staff')
      .map((figure) => `  ${describeTurnover(figure)}`),
    ...reconciliation.map(
      (one) =>
        `  ${one.list}: ${one.listed} listed, ${one.fromExtracts} from the extracts, ${one.matched} in both, residual ${one.residual} (listed only ${one.listedOnly}, from the extracts only ${one.extractsOnly})`,
    ),
  ];
}

function describeTurnover({ measure, unit, rate }: TurnoverFigure): string {
  const label = `${MEASURE_DEFINITIONS[measure].label}, ${unit === 'fte' ? 'WTE' : 'headcount'}`;
  if (rate === null) return `${label}: nobody in post`;
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const range = rate.low === rate.high ? percent(rate.low) : `${percent(rate.low)} to ${percent(rate.high)}`;
  return `${label}: ${range} over the period`;
}
