import type { Accuracy, BacktestReport, LabelledAccuracy, MethodName } from '#modules/backtest';

/** Short names of the methods as column heads, in the order of the tables. */
export const METHOD_HEADS: Readonly<Record<MethodName, string>> = {
  'calibrated-engine': 'engine',
  'no-change': 'no change',
  drift: 'drift',
  'exponential-smoothing': 'SES',
  'damped-trend': 'damped',
  theta: 'theta',
};

const REASONS = {
  'transfer-in-window': 'a transfer of staff between organisations in the months projected',
  'not-published-at-the-end': 'not published in the last month',
  'withheld-at-the-end': 'withheld by the publisher, or nobody, in the last month',
} as const;

/** Horizons that are printed; JSON has all. */
const PRINTED_MONTHS: readonly number[] = [1, 3, 6, 9, 12, 18, 24, 36, 48, 60];

/** A backtest as tables in plain text (valid Markdown). */
export function backtestText(report: BacktestReport): string {
  const { trainTo, horizon, overall, restated, excluded, systems } = report;
  const scope = systems === null ? 'all organisations' : `systems ${systems.join(', ')}`;
  const head = `Backtest: known to ${trainTo}, projected ${horizon} months, ${scope}`;
  if (overall === null) return `${head}\nNothing was published ${horizon} months later to compare with.`;
  return [
    head,
    `${overall.cells} cells (organisation x staff group), ${whole(overall.fte)} FTE at the end; 80 % band held ${percent(overall.coverage)} %`,
    ...excluded.map(
      ({ reason, cells, organisations, fte }) =>
        `left out: ${cells} cells of ${organisations} organisations, ${whole(fte)} FTE: ${REASONS[reason]}`,
    ),
    ...restated.map(({ code, members }) => `restated: ${code} is ${members.join(' + ')}`),
    ...measures(overall),
    ...section('By horizon (months)', byMonths(report)),
    ...section('By size of the group', report.bySizeClass),
    ...section('By staff group', report.byStaffGroup),
    ...section('By kind of organisation', report.byOrganisationType),
  ].join('\n');
}

/** One line for every origin: how the figures vary with the month of calibration. */
export function originsText(reports: readonly BacktestReport[]): string {
  const rows = reports.flatMap(({ trainTo, overall }) =>
    overall === null ? [] : [{ ...overall, key: trainTo, label: trainTo }],
  );
  return section(`By origin, ${reports[0]?.horizon ?? 0} months ahead`, rows)
    .slice(1)
    .join('\n');
}

function byMonths({ byHorizon, horizon }: BacktestReport): readonly LabelledAccuracy[] {
  return byHorizon
    .filter(({ months }) => PRINTED_MONTHS.includes(months) || months === horizon)
    .map((accuracy) => ({ ...accuracy, key: String(accuracy.months), label: String(accuracy.months) }));
}

function measures({ methods }: Accuracy): readonly string[] {
  const row = (name: MethodName): string => {
    const { wape, mape, bias } = methods[name];
    return `| ${[METHOD_HEADS[name].padEnd(9), percent(wape), percent(mape), percent(bias)].join(' | ')} |`;
  };
  const names = Object.keys(METHOD_HEADS) as readonly MethodName[];
  return ['', '| method | WAPE % | MAPE % | bias % |', '|---|---|---|---|', ...names.map(row)];
}

export function section(title: string, rows: readonly LabelledAccuracy[]): readonly string[] {
  const names = Object.keys(METHOD_HEADS) as readonly MethodName[];
  const heads = [
    '',
    'cells',
    'FTE',
    ...names.map((name) => `${METHOD_HEADS[name]} WAPE %`),
    'in 80 % band %',
  ];
  return [
    '',
    title,
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map(({ label, cells, fte, methods, coverage }) => {
      const errors = names.map((name) => percent(methods[name].wape));
      return `| ${[label, cells, whole(fte), ...errors, percent(coverage)].join(' | ')} |`;
    }),
  ];
}

export function percent(fraction: number): string {
  const decimals = Math.abs(fraction) >= 0.5 ? 1 : 2;
  return (100 * fraction).toFixed(decimals);
}

export function whole(fte: number): string {
  return Math.round(fte).toString();
}
