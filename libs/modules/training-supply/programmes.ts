import { monthNumber, type CompileContext } from '../compilation';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { INTAKE_MONTHS, TRAINING_PROGRAMMES } from './programmes.register';

/** One intake of a programme. Months count from year 0; people. */
export interface Cohort {
  readonly programme: RegisterRow;
  /** Calendar year in which the financial year of the intake begins. */
  readonly year: number;
  readonly commissioned: number;
  /** Recruited, before the limit of placements. */
  readonly recruited: number;
  /** Who starts: recruited, at most the placement capacity. */
  readonly started: number;
  readonly qualifying: number;
  readonly employed: number;
  readonly intakeMonth: number;
  readonly qualifyingMonth: number;
  /** First month of work: course and lag after the intake. */
  readonly startMonth: number;
}

/** The four lines of training supply by month, at the months of the projection (0 in the baseline month). */
export interface ProgrammeLines {
  readonly commissioned: readonly number[];
  readonly recruited: readonly number[];
  readonly qualifying: readonly number[];
  readonly employed: readonly number[];
}

/** April, counted from 0. */
const APRIL = 3;
const MONTHS_A_YEAR = 12;

/**
 * Every intake whose students qualify or start within the projection or shortly before it, oldest first:
 * `qualifying = min(recruited, placements) (1 - attrition)` after the course, `employed = qualifying x
 * share employed here` after the lag. Source: projection model, section 4, Training supply.
 */
export function cohortsOf(programme: RegisterRow, context: CompileContext): readonly Cohort[] {
  const { calendar } = context.input;
  const [course, lag] = [programme.number('courseMonths'), programme.number('lagMonths')];
  const before = Math.ceil((course + lag) / MONTHS_A_YEAR) + 1;
  const first = Number(calendar.baselineMonth.slice(0, 4)) - before;
  const years = Array.from(
    { length: calendar.firstYear + calendar.years - first },
    (_, index) => first + index,
  );
  const [commissioned, recruited, capacity] = ['commissioned', 'recruited', 'placementCapacity'].map(
    (field) => programme.byYear(field, years),
  );
  const outcome = outcomeOf(programme, context);
  return years.map((year, index) => {
    const places = commissioned?.[index] ?? 0;
    const students = recruited?.[index] ?? places;
    const started = Math.min(students, capacity?.[index] ?? students);
    const qualifying = started * (1 - outcome.attrition);
    const intakeMonth =
      year * MONTHS_A_YEAR +
      APRIL +
      INTAKE_MONTHS.findIndex((month) => month === programme.text('intakeMonth'));
    return {
      programme,
      year,
      commissioned: places,
      recruited: students,
      started,
      qualifying,
      employed: qualifying * outcome.shareEmployedHere,
      intakeMonth,
      qualifyingMonth: intakeMonth + course,
      startMonth: intakeMonth + course + lag,
    };
  });
}

/** The programme's own attrition and share employed here, else those of its staff group. */
export function outcomeOf(programme: RegisterRow, { assumptions }: CompileContext) {
  const group = programme.text('staffGroup');
  return {
    attrition:
      programme.optionalNumber('attrition') ?? assumptions.atStart('training-supply.attrition', group),
    shareEmployedHere:
      programme.optionalNumber('shareEmployedHere') ??
      assumptions.atStart('training-supply.share-employed-here', group),
  };
}

/** The programmes of a staff group. */
export function programmesOf(
  staffGroup: string,
  { input }: Pick<CompileContext, 'input'>,
): readonly RegisterRow[] {
  return registerRows(input, TRAINING_PROGRAMMES).filter((row) => row.text('staffGroup') === staffGroup);
}

/** The four lines of some intakes of a staff group. */
export function programmeLines(
  cohorts: readonly Cohort[],
  staffGroup: string,
  context: CompileContext,
): ProgrammeLines {
  if (cohorts.length === 0) {
    const nobody = context.timeline.monthEnds.map(() => 0);
    return { commissioned: nobody, recruited: nobody, qualifying: nobody, employed: nobody };
  }
  const months = context.timeline.monthEnds.map(monthNumber);
  const dated = (
    monthOf: (cohort: Cohort) => number,
    people: (cohort: Cohort) => number,
  ): readonly number[] =>
    months.map((month, index) =>
      cohorts
        .filter((cohort) => index > 0 && monthOf(cohort) === month)
        .reduce((sum, cohort) => sum + people(cohort), 0),
    );
  return {
    commissioned: dated(
      ({ intakeMonth }) => intakeMonth,
      (cohort) => cohort.commissioned,
    ),
    recruited: dated(
      ({ intakeMonth }) => intakeMonth,
      (cohort) => cohort.started,
    ),
    qualifying: dated(
      ({ qualifyingMonth }) => qualifyingMonth,
      (cohort) => cohort.qualifying,
    ),
    employed: startsOfWork(cohorts, staffGroup, context),
  };
}

/** Who starts here by month: by the season within the financial year of the start, or in the month of the start. */
function startsOfWork(
  cohorts: readonly Cohort[],
  staffGroup: string,
  { assumptions, timeline }: CompileContext,
): readonly number[] {
  const season = assumptions.profiles.shares('newly-qualified', staffGroup);
  return timeline.monthEnds.map((text, index) => {
    const month = monthNumber(text);
    const share = season[index - 1] ?? 0;
    return index === 0 ? 0 : cohorts.reduce((sum, cohort) => sum + startingIn(month, cohort, share), 0);
  });
}

function startingIn(month: number, { programme, startMonth, employed }: Cohort, share: number): number {
  if (programme.optionalText('starts') === 'after-lag') return startMonth === month ? employed : 0;
  return financialYear(startMonth) === financialYear(month) ? employed * share : 0;
}

function financialYear(month: number): number {
  return Math.floor((month - APRIL) / MONTHS_A_YEAR);
}
