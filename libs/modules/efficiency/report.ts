import { contextOf, type CompileContext } from '../compilation';
import { requirementsOf } from '../growth/requirements';
import type { ModuleReport, ReportFigure, ReportModule } from '../reporting/module-report';
import { planYears } from '../reporting/plan-years';
import { claimsOf } from './double-counting';
import { claimsTable, productivityTable, schemesTable, yearsTable } from './report-tables';
import { efficiencySchemes, probabilityOf, wteAgainstBaseline, type Scheme } from './schemes';

/** Productivity, the scheme register with its posts, people and money, and what is claimed twice. */
export const efficiencyReport: ReportModule = ({ input, output }): ModuleReport => {
  const context = contextOf(input);
  const years = planYears(output.months, input);
  const schemes = efficiencySchemes(input);
  const claims = claimsOf(requirementsOf(context), output.staffGroups, context);
  const last = years.at(-1)?.year;
  return {
    module: 'efficiency',
    figures: [
      ...schemeFigures(schemes, context),
      fte(
        'counted-twice',
        'Claimed twice by the last year',
        claims.filter(({ year }) => year === last).reduce((sum, { countedTwice }) => sum + countedTwice, 0),
      ),
    ],
    tables: [
      schemesTable(schemes, context),
      yearsTable(schemes, years, context),
      productivityTable(years, context),
      claimsTable(claims),
    ],
    notes: notesOf(schemes),
  };
};

function fte(key: string, label: string, value: number): ReportFigure {
  return { key, label, unit: 'fte', value };
}

function schemeFigures(schemes: readonly Scheme[], context: CompileContext): readonly ReportFigure[] {
  const atEnd = (isCounted: (scheme: Scheme) => boolean): number =>
    schemes
      .filter(isCounted)
      .reduce((sum, scheme) => sum + (wteAgainstBaseline(scheme, context.timeline).at(-1) ?? 0), 0);
  const unidentified = schemes.filter(({ kind }) => kind === 'unidentified');
  const pounds = (of: readonly Scheme[], weight: (scheme: Scheme) => number): number =>
    of.reduce((sum, scheme) => sum + weight(scheme) * (scheme.row.optionalNumber('pounds') ?? 0), 0);
  const identified = schemes.filter(({ kind }) => kind !== 'unidentified');
  const money = (key: string, label: string, value: number): ReportFigure => ({
    key,
    label,
    unit: 'pounds',
    value,
  });
  return [
    fte(
      'posts-removed',
      'Posts removed at the end, against the baseline',
      atEnd(({ kind }) => kind === 'cash-releasing'),
    ),
    fte(
      'time-released',
      'Time released at the end, against the baseline',
      atEnd(({ kind }) => kind === 'time-releasing' || kind === 'technology'),
    ),
    fte(
      'unidentified',
      'Unidentified, not counted',
      unidentified.reduce((sum, { wte }) => sum + wte, 0),
    ),
    money(
      'saving',
      'Savings in a full year, identified schemes',
      pounds(identified, () => 1),
    ),
    money(
      'saving-weighted',
      'The same, weighed by probability of delivery',
      pounds(identified, probabilityOf),
    ),
    money(
      'saving-unidentified',
      'Unidentified savings in a full year',
      pounds(unidentified, () => 1),
    ),
  ];
}

function notesOf(schemes: readonly Scheme[]): readonly string[] {
  const open = schemes.filter(({ row }) =>
    ['not-assessed', 'in-assessment'].includes(row.text('qualityImpact')),
  );
  const wte = open.reduce((sum, scheme) => sum + scheme.wte, 0);
  return [
    'Savings are shown beside the pay bill and not taken off it again: the posts and people of the schemes are.',
    'Counted twice at most: the smaller of what productivity claims and of what skill mix, technology, time-releasing schemes and lower sickness claim together. Schemes stated to be on top of productivity are not compared; schemes stated to be a part of it are not taken off again.',
    ...(open.length === 0
      ? []
      : [
          `Schemes without an agreed quality impact assessment: ${open.length}, of ${wte.toFixed(1)} WTE. They count.`,
        ]),
  ];
}
