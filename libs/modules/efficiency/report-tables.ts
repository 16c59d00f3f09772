import { monthNumber, type CompileContext } from '../compilation';
import type { ReportTable } from '../reporting/module-report';
import type { PlanYear } from '../reporting/plan-years';
import { column, STAFF_GROUP_COLUMN, YEAR_COLUMN } from '../reporting/report-columns';
import { productivityByYear, productivityIndex } from './compile';
import type { Claims } from './double-counting';
import { isInForce, lowersRequirement, probabilityOf, wteAgainstBaseline, type Scheme } from './schemes';
import { EFFICIENCY_SCHEMES } from './schemes.register';

const MONTHS_A_YEAR = 12;

/** The register of schemes with what each does in the projection. */
export function schemesTable(schemes: readonly Scheme[], context: CompileContext): ReportTable {
  return {
    key: 'schemes',
    title: 'Scheme register',
    columns: [
      column('scheme', 'Scheme', 'text'),
      column('kind', 'Kind', 'text'),
      STAFF_GROUP_COLUMN,
      column('wte', 'WTE', 'fte'),
      column('counted', 'WTE counted', 'fte'),
      column('weighted', 'WTE weighed by probability', 'fte'),
      column('peopleLeaving', 'People leaving', 'headcount'),
      column('pounds', 'Saving in a full year', 'pounds'),
      column('start', 'Start', 'month'),
      column('recurrence', 'Recurrent or not', 'text'),
      column('owner', 'Owner', 'text'),
      column('deliveryRisk', 'Delivery risk', 'text'),
      column('probability', 'Probability of delivery', 'share'),
      column('qualityImpact', 'Quality impact assessment', 'text'),
      column('effect', 'In the projection', 'text'),
    ],
    rows: schemes.map((scheme) => ({
      scheme: scheme.row.text('name'),
      kind: choiceOf(scheme, 'kind'),
      staffGroup: nameOf(scheme.staffGroup, context),
      wte: scheme.wte,
      counted: scheme.wte * scheme.counted,
      weighted: scheme.wte * probabilityOf(scheme),
      peopleLeaving: scheme.row.optionalNumber('peopleLeaving') ?? 0,
      pounds: scheme.row.optionalNumber('pounds'),
      start: scheme.row.text('start'),
      recurrence: choiceOf(scheme, 'recurrence'),
      owner: scheme.row.text('owner'),
      deliveryRisk: choiceOf(scheme, 'deliveryRisk'),
      probability: scheme.row.optionalNumber('probability'),
      qualityImpact: choiceOf(scheme, 'qualityImpact'),
      effect: effectOf(scheme, context),
    })),
  };
}

function effectOf(scheme: Scheme, { input }: CompileContext): string {
  if (scheme.kind === 'unidentified') return 'Unidentified: changes nothing';
  if (scheme.counted === 0) return 'Quality impact refused: changes nothing';
  if (isInForce(scheme, monthNumber(input.calendar.baselineMonth))) return 'In the baseline already';
  if (scheme.kind === 'cash-releasing') return 'Removes funded posts';
  return lowersRequirement(scheme) ? 'Lowers the requirement' : 'Part of the productivity assumed';
}

/** Posts, requirement, planned exits and money of schemes by group and year. */
export function yearsTable(
  schemes: readonly Scheme[],
  years: readonly PlanYear[],
  context: CompileContext,
): ReportTable {
  const groups = [...new Set(schemes.map(({ staffGroup }) => staffGroup))];
  return {
    key: 'years',
    title: 'Schemes by staff group and year',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('postsRemoved', 'Posts removed at 31 March', 'fte'),
      column('released', 'Requirement released at 31 March', 'fte'),
      column('unidentified', 'Unidentified', 'fte'),
      column('plannedExits', 'People leaving by schemes', 'headcount'),
      column('pounds', 'Saving in the year', 'pounds'),
      column('poundsWeighted', 'Saving weighed by probability', 'pounds'),
    ],
    rows: groups.flatMap((group) =>
      years.map((year) => ({
        staffGroup: nameOf(group, context),
        year: year.year,
        ...yearOf(
          schemes.filter(({ staffGroup }) => staffGroup === group),
          year,
          context,
        ),
      })),
    ),
  };
}

function yearOf(schemes: readonly Scheme[], { year, from, to }: PlanYear, { timeline }: CompileContext) {
  const months = timeline.monthEnds.slice(from + 1, to + 1).map(monthNumber);
  const monthsInForce = (scheme: Scheme): number => months.filter((month) => isInForce(scheme, month)).length;
  const sum = (of: readonly Scheme[], value: (scheme: Scheme) => number): number =>
    of.reduce((total, scheme) => total + value(scheme), 0);
  const atEnd = (scheme: Scheme): number => wteAgainstBaseline(scheme, timeline)[to] ?? 0;
  const saving = (scheme: Scheme): number =>
    ((scheme.row.optionalNumber('pounds') ?? 0) * monthsInForce(scheme)) / MONTHS_A_YEAR;
  const startsThen = ({ firstMonth }: Scheme): boolean => months.includes(firstMonth);
  const unidentified = schemes.filter(({ kind }) => kind === 'unidentified');
  const identified = schemes.filter(({ kind }) => kind !== 'unidentified');
  return {
    postsRemoved: sum(
      schemes.filter(({ kind }) => kind === 'cash-releasing'),
      atEnd,
    ),
    released: sum(schemes.filter(lowersRequirement), atEnd),
    unidentified: sum(
      unidentified.filter(({ firstMonth }) => firstMonth <= (months.at(-1) ?? year)),
      ({ wte }) => wte,
    ),
    plannedExits: sum(
      schemes.filter(startsThen),
      ({ row, counted }) => counted * (row.optionalNumber('peopleLeaving') ?? 0),
    ),
    pounds: sum(identified, saving),
    poundsWeighted: sum(identified, (scheme) => saving(scheme) * probabilityOf(scheme)),
  };
}

/** Productivity of each group and year, with what a deficit adds. */
export function productivityTable(years: readonly PlanYear[], context: CompileContext): ReportTable {
  return {
    key: 'productivity',
    title: 'Productivity',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('rate', 'Productivity of the year', 'share'),
      column('inDeficit', 'Of which in deficit', 'share'),
      column('index', 'Output per WTE at 31 March, baseline 1', 'ratio'),
    ],
    rows: context.groups.flatMap((start) => {
      const rates = productivityByYear(start, context);
      const own = context.assumptions.yearly('efficiency.productivity', start.group.code);
      const index = productivityIndex(start, context);
      return years.map(({ year, to }, place) => ({
        staffGroup: start.group.name,
        year,
        rate: rates[place + 1] ?? null,
        inDeficit: (rates[place + 1] ?? 0) - (own[place + 1] ?? 0),
        index: index[to] ?? null,
      }));
    }),
  };
}

/** What each lever claims, and what is claimed twice. */
export function claimsTable(claims: readonly Claims[]): ReportTable {
  return {
    key: 'double-counting',
    title: 'What productivity and its causes claim, and what is claimed twice',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('productivity', 'Productivity', 'fte'),
      column('timeReleasing', 'Time-releasing schemes', 'fte'),
      column('technology', 'Technology', 'fte'),
      column('skillMix', 'Skill mix', 'fte'),
      column('sickness', 'Lower sickness', 'fte'),
      column('countedTwice', 'Claimed twice at most', 'fte'),
      column('onTop', 'Stated to be on top', 'fte'),
      column('partOfProductivity', 'Stated to be a part of productivity', 'fte'),
    ],
    rows: claims.map(({ name, staffGroup: _, ...claim }) => ({ staffGroup: name, ...claim })),
  };
}

function choiceOf({ row }: Scheme, key: string): string {
  const field = EFFICIENCY_SCHEMES.fields.find((each) => each.key === key);
  const code = row.text(key);
  const choices = field?.kind === 'choice' ? field.choices : [];
  return choices.find((choice) => choice.code === code)?.label ?? code;
}

function nameOf(code: string | null, { groups }: CompileContext): string {
  if (code === null) return 'No staff group';
  return groups.find(({ group }) => group.code === code)?.group.name ?? code;
}
