import { column, heading, paragraph, tableOf, tableOr, type PaperBlock } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { sentenceOf } from './figures.part';
import { answerTo, paragraphsOf, sectionByKey } from './section-tables';
import { financialYear, pounds, whole } from './words';

type Line = PlanSnapshot['document']['content']['checks']['triangulation']['lines'][number];

const figure = ({ unit }: Line, value: number | null): string | null => {
  if (value === null) return null;
  return unit === '£' || unit === '£ for each WTE' ? pounds(value) : whole(value);
};

const UNITS: Readonly<Record<Line['unit'], string>> = {
  WTE: 'WTE',
  '£': '£ in the year',
  '£ for each WTE': '£',
};

/** What the plan says first: its sentence, its summary, and its key figures. */
export function summaryPart(snapshot: PlanSnapshot): readonly PaperBlock[] {
  const { document } = snapshot;
  const definition = sectionByKey('summary');
  const answer = answerTo(document, definition.key);
  const values = document.content.sections['summary']?.[0]?.values ?? {};
  const texts = definition.fields
    .filter(({ key }) => key === 'summary')
    .flatMap((field) => paragraphsOf(answer(values, field) ?? ''));
  const lead = definition.fields.find(({ key }) => key === 'clinicalLead');
  const name = lead === undefined ? null : answer(values, lead);
  return [
    heading(1, 'In brief'),
    paragraph(sentenceOf(snapshot), 'lead'),
    ...texts,
    ...(name === null ? [] : [paragraph(`Clinical lead of the plan: ${name}.`)]),
    ...keyFigures(snapshot),
  ];
}

function keyFigures({ document }: PlanSnapshot): readonly PaperBlock[] {
  const { years, lines } = document.content.checks.triangulation;
  const told = lines.filter(({ values }) => values.some((value) => value !== null));
  const columns = [
    column('line', 'Line'),
    column('unit', 'Unit'),
    ...years.map((year) => column(String(year), financialYear(year))),
  ];
  const rows = told.map((line) => ({
    line: line.label,
    unit: UNITS[line.unit],
    ...Object.fromEntries(
      years.map((year, place) => [String(year), figure(line, line.values[place] ?? null)]),
    ),
  }));
  return [
    heading(2, 'Key figures'),
    tableOr(
      tableOf(['key-figures', 'Workforce, money and activity'], columns, rows),
      'The runs of this version have no figures of workforce, money or activity.',
    ),
    paragraph(
      'Staff and requirement are at 31 March at the end of the year; money is the year’s total in cash-terms pounds. A dash means that there is no figure.',
      'note',
    ),
  ];
}

/** Which organisations are in the totals, how far each has come, and which are left out. */
export function coveragePart({ document }: PlanSnapshot): readonly PaperBlock[] {
  const { runs, leftOut } = document.content;
  const rows = [
    ...runs.map(({ organisation, standing, returnVersion, scenario }) => ({
      organisation: `${organisation.name} (${organisation.code})`,
      standing:
        standing === 'received'
          ? `Return received, version ${returnVersion ?? 1}`
          : 'Partial: no return received',
      scenario: scenario.name,
    })),
    ...leftOut.map(({ organisation, reason }) => ({
      organisation: `${organisation.name} (${organisation.code})`,
      standing: reason === '' ? 'Left out' : `Left out: ${reason}`,
      scenario: null,
    })),
  ];
  const columns = [
    column('organisation', 'Organisation'),
    column('standing', 'In the totals'),
    column('scenario', 'Scenario'),
  ];
  return [
    heading(1, 'What the plan covers'),
    tableOr(
      tableOf(['organisations', 'Organisations in the plan'], columns, rows),
      'No organisation is in this version.',
    ),
  ];
}

/** Moves between the plan's organisations, which its totals count once. */
export function nettingPart({ document }: PlanSnapshot): readonly PaperBlock[] {
  const { statement, groups } = document.content.checks.netting;
  const table = tableOf(
    ['netted-moves', 'Moves that are counted once, over the years of the plan'],
    [column('group', 'Staff group'), column('people', 'People', 'headcount')],
    groups.filter(({ people }) => people >= 0.5).map(({ label, people }) => ({ group: label, people })),
  );
  return [
    heading(1, 'Moves between the system’s own organisations'),
    paragraph(statement),
    ...(table === null ? [] : [table]),
  ];
}
