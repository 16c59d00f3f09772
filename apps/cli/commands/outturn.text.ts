import { OUTTURN_METHODS, type OutturnErrors, type OutturnMethod, type SicknessErrors } from '#monitoring';
import type { OutturnEvidence } from './outturn-evidence';

const HEADS: Readonly<Record<OutturnMethod, string>> = {
  forecast: 'forecast outturn',
  runRate: 'straight-line run-rate',
  plan: 'plan',
  lastActual: 'last actual',
};
/** The month at which years are usually looked at. */
const HALF_YEAR = 6;

/** The evidence as tables in plain text (valid Markdown). */
export function outturnText({ eve, systems, staffInPost, sickness }: OutturnEvidence): string {
  const scope = systems === null ? 'all organisations' : `systems ${systems.join(', ')}`;
  return [
    `The twelve months after ${eve}, ${scope}: planned on what was known then, then revealed month by month`,
    ...halfYearLines(staffInPost, sickness),
    ...table(
      'Staff in post at the end of the year, groups of organisations: sum of absolute errors over actual, %',
      staffInPost.map(({ closedMonths, cells, byGroup }) => [closedMonths, cells, ...percentages(byGroup)]),
    ),
    ...table(
      'Staff in post at the end of the year, totals of organisations, %',
      staffInPost.map(({ closedMonths, cells, byOrganisation }) => [
        closedMonths,
        cells,
        ...percentages(byOrganisation),
      ]),
    ),
    ...table(
      'Sickness absence of the year, groups of organisations: mean absolute error, percentage points',
      sickness.map(({ closedMonths, cells, forecast, runRate, plan }) => [
        closedMonths,
        cells,
        ...[forecast, runRate, plan].map(points),
      ]),
      ['forecast outturn', 'straight-line run-rate', 'plan'],
    ),
  ].join('\n');
}

function halfYearLines(
  staffInPost: readonly OutturnErrors[],
  sickness: readonly SicknessErrors[],
): readonly string[] {
  const atHalf = <Errors extends { readonly closedMonths: number }>(errors: readonly Errors[]) =>
    errors.find(({ closedMonths }) => closedMonths === HALF_YEAR);
  const people = atHalf(staffInPost);
  const absence = atHalf(sickness);
  return [
    ...(people === undefined
      ? []
      : [
          `At month 6, staff in post: forecast outturn ${points(people.byGroup.forecast)} % off, straight-line run-rate ${points(people.byGroup.runRate)} %`,
        ]),
    ...(absence === undefined
      ? []
      : [
          `At month 6, sickness absence: forecast outturn ${points(absence.forecast)} points off, straight-line run-rate ${points(absence.runRate)} points`,
        ]),
  ];
}

const points = (share: number): string => (100 * share).toFixed(2);

const percentages = (errors: Readonly<Record<OutturnMethod, number>>): readonly string[] =>
  OUTTURN_METHODS.map((method) => points(errors[method]));

function table(
  title: string,
  rows: readonly (readonly (string | number)[])[],
  methods: readonly string[] = OUTTURN_METHODS.map((method) => HEADS[method]),
): readonly string[] {
  if (rows.length === 0) return [];
  const heads = ['months closed', 'groups', ...methods];
  return [
    '',
    title,
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ];
}
