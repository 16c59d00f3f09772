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
    ...(paths.length === 0 ? [] : sumText(paths)),
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

/** All groups together; without a band, because the ends of bands do not add up. */
function sumText(paths: readonly NationalPath[]): readonly string[] {
  const months = paths[0]?.points.map(({ month }) => month) ?? [];
  const sumOf = (valueOf: (path: NationalPath) => number): number =>
    paths.reduce((sum, path) => sum + valueOf(path), 0);
  const rows = months.map((month, index) => {
    const projected = sumOf(({ points }) => points[index]?.projected ?? 0);
    const isKnown = paths.every(({ points }) => (points[index]?.actual ?? null) !== null);
    const came = sumOf(({ points }) => points[index]?.actual ?? 0);
    const known = isKnown ? [whole(came), percent(came / projected - 1)] : ['not published', ''];
    return `| ${[month, whole(projected), ...known].join(' | ')} |`;
  });
  return [
    '',
    `All these groups: ${whole(sumOf(({ opening }) => opening))} FTE when projected`,
    '',
    '| month | projected | came | came over projected % |',
    '|---|---|---|---|',
    ...rows,
  ];
}
