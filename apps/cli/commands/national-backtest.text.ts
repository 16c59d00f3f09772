import type { NationalBacktestReport, NationalPath } from '#modules/backtest';
import { percent, section, whole } from './backtest-report.text';

/** The national backtest as tables in plain text (valid Markdown). */
export function nationalText(report: NationalBacktestReport): string {
  const { origins, byHorizon, byStaffGroup, paths } = report;
  const first = origins[0] ?? '';
  const from =
    origins.length === 1
      ? `known to ${first}`
      : `${origins.length} origins, ${first} to ${origins.at(-1) ?? ''}`;
  const horizons = byHorizon.map((each) => ({
    ...each,
    key: String(each.months),
    label: `${each.months} months`,
  }));
  const groupsAt = (months: number) => byStaffGroup.filter((each) => each.months === months);
  const last = byHorizon.at(-1)?.months ?? 0;
  return [
    `Backtest on England's series by staff group: ${from}`,
    ...section('By horizon', horizons),
    ...(origins.length === 1 ? [] : section('By staff group, 12 months ahead', groupsAt(12))),
    ...(origins.length === 1 || last === 12
      ? []
      : section(`By staff group, ${last} months ahead`, groupsAt(last))),
    ...paths.flatMap(pathText),
  ].join('\n');
}

function pathText({ label, opening, points }: NationalPath): readonly string[] {
  return [
    '',
    `${label}: ${whole(opening)} FTE when projected`,
    '',
    '| month | projected | 80 % band | came | came over projected % |',
    '|---|---|---|---|---|',
    ...points.map(({ month, projected, low, high, actual }) => {
      const band = `${whole(low)} to ${whole(high)}`;
      const came = actual === null ? ['not published', ''] : [whole(actual), percent(actual / projected - 1)];
      return `| ${[month, whole(projected), band, ...came].join(' | ')} |`;
    }),
  ];
}
