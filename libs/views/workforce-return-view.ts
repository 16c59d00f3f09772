import {
  RETURN_EMPLOYMENTS,
  WTE_DISPLAY_SCALE,
  type DisplayedFigures,
  type DisplayedPeriod,
  type DisplayedReturnPeriod,
  type WorkforceReturn,
} from '#monitoring';
import { sourceOfResult, type View, type ViewTable } from './view';
import { column, tableOf } from './view-rows';

type Shown = keyof DisplayedFigures;

const EMPLOYMENT_LABELS: Readonly<Record<Shown, string>> = {
  total: 'Total',
  substantive: 'Substantive',
  bank: 'Bank',
  agency: 'Agency',
};
const SHOWN: readonly Shown[] = ['total', ...RETURN_EMPLOYMENTS];

const PERIOD_LABELS: Readonly<Record<DisplayedReturnPeriod['kind'], (month: string) => string>> = {
  baseline: (month) => `Baseline, ${month}`,
  outturn: (month) => `Forecast outturn, ${month}`,
  month: (month) => month,
  'year-end': (month) => `Year to ${month}`,
};

interface Measure {
  readonly key: string;
  readonly label: string;
  readonly unit: 'fte' | 'pounds';
  readonly of: (period: DisplayedReturnPeriod) => DisplayedPeriod | null;
  readonly scale: number;
}
const MEASURES: readonly Measure[] = [
  { key: 'wte', label: 'WTE', unit: 'fte', of: ({ wte }) => wte, scale: WTE_DISPLAY_SCALE },
  { key: 'pounds', label: 'pounds', unit: 'pounds', of: ({ pounds }) => pounds, scale: 1 },
];

/** The baseline is staff in post only: nothing of bank and agency is in it, nor of their sum. */
function shownFigure(
  period: DisplayedReturnPeriod,
  figures: DisplayedFigures | undefined,
  employment: Shown,
): number | null {
  const isSilent = period.kind === 'baseline' && employment !== 'substantive';
  return figures === undefined || isSilent ? null : figures[employment];
}

function tableOfReturn(
  { lineSet, periods }: WorkforceReturn,
  measure: Measure,
  employment: Shown,
): ViewTable {
  const columns = [
    column('line', 'Line'),
    ...periods.map((period, index) =>
      column(`period-${index}`, PERIOD_LABELS[period.kind](period.month), measure.unit),
    ),
  ];
  const rowOf = (label: string, pick: (period: DisplayedPeriod) => DisplayedFigures | undefined) => ({
    line: label,
    ...Object.fromEntries(
      periods.map((period, index) => {
        const displayed = measure.of(period);
        const value = displayed === null ? null : shownFigure(period, pick(displayed), employment);
        return [`period-${index}`, value === null ? null : value / measure.scale];
      }),
    ),
  });
  const rows = [
    ...lineSet.lines.map(({ label }, line) => rowOf(label, ({ lines }) => lines[line])),
    rowOf('All staff', ({ total }) => total),
  ];
  const title = `${EMPLOYMENT_LABELS[employment]}, ${measure.label}`;
  return tableOf([`${employment}-${measure.key}`, title], columns, rows);
}

/** The workforce return: total, substantive, bank and agency WTE and money by line and period. */
export function workforceReturnView(workforceReturn: WorkforceReturn): View {
  const { organisation, scenario, result, lineSet } = workforceReturn;
  const version = lineSet.version === 0 ? 'as shipped' : `version ${lineSet.version}`;
  return {
    key: 'return',
    title: `${organisation.name}: workforce return`,
    source: sourceOfResult(organisation, scenario.name, result),
    notes: [
      `Lines: ${lineSet.name}, from ${lineSet.validFrom}, ${version} (${lineSet.status}). ${lineSet.source}.`,
      'What is displayed adds up: the total of everything is rounded, and lines share out the totals by largest remainders.',
      'WTE: staff in post at the end of the month; bank and agency of the month. Money: cash terms, of the month, or of the twelve months to a year end.',
      'The baseline has staff in post only. The forecast outturn has money where the projection holds all of its months.',
    ],
    tables: MEASURES.flatMap((measure) =>
      SHOWN.map((employment) => tableOfReturn(workforceReturn, measure, employment)),
    ),
  };
}
