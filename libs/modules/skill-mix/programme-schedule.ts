import type { Compiled, CompileContext, StartGroup } from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { registerRows, type RegisterRow } from '../register';
import { CONVERSION_PROGRAMMES } from './registers';

/** Starts beyond the supervision limit below this are rounding. */
const WORTH_TELLING = 1e-6;

/** A conversion programme by month: `starts`, `unmetStarts` and `completions` are flows, `learners` is at month end. */
export interface ProgrammeSchedule {
  readonly id: string;
  readonly name: string;
  readonly from: StartGroup;
  readonly to: StartGroup;
  /** Bands by code; null where the programme leaves them to the group's own. */
  readonly fromBand: string | null;
  readonly toBand: string | null;
  readonly starts: readonly number[];
  /** Starts that the supervision limit does not allow. */
  readonly unmetStarts: readonly number[];
  readonly completions: readonly number[];
  readonly learners: readonly number[];
}

interface Programme {
  readonly row: RegisterRow;
  readonly from: StartGroup;
  readonly to: StartGroup;
  readonly planned: readonly number[];
  readonly lag: number;
  /** Most learners of all programmes into the group at a time. */
  readonly mostLearners: number;
}

/**
 * Starts, learners and completions of every conversion programme. Starts are capped so that the learners
 * of all programmes into a group stay within the limit of the supervising WTE at the baseline; programmes
 * take their places in the order of the register. Source: projection model, section 4, skill mix.
 */
export function programmeSchedules(context: CompileContext): Compiled<readonly ProgrammeSchedule[]> {
  const programmes = registerRows(context.input, CONVERSION_PROGRAMMES).flatMap((row) =>
    programmeOf(row, context),
  );
  const part: ProgrammeSchedule[] = [];
  for (const programme of programmes) {
    const besides = part.filter(({ to }) => to === programme.to).map(({ learners }) => learners);
    part.push(scheduleOf(programme, besides));
  }
  return { part, notices: part.flatMap(unmetStartsNotice) };
}

function programmeOf(row: RegisterRow, context: CompileContext): readonly Programme[] {
  const groupOf = (code: string | null): StartGroup | undefined =>
    context.groups.find(({ group }) => group.code === code);
  const from = groupOf(row.text('fromGroup'));
  const to = groupOf(row.text('toGroup'));
  if (from === undefined || to === undefined) return [];
  const { firstYear, years } = context.input.calendar;
  const calendarYears = Array.from({ length: years + 1 }, (_, index) => firstYear - 1 + index);
  const startsByYear = row.byYear('startsByYear', calendarYears).map((starts) => (starts ?? 0) / 12);
  const perSupervisor = row.optionalNumber('learnersPerSupervisor');
  const supervisors = groupOf(row.optionalText('supervisingGroup')) ?? to;
  return [
    {
      row,
      from,
      to,
      planned: context.assumptions.spread(startsByYear),
      lag: Math.round(row.number('lagMonths')),
      mostLearners: perSupervisor === null ? Infinity : perSupervisor * supervisors.totalFte,
    },
  ];
}

function scheduleOf(
  { row, from, to, planned, lag, mostLearners }: Programme,
  learnersBesides: readonly (readonly number[])[],
): ProgrammeSchedule {
  const atStart = row.optionalNumber('learnersAtStart') ?? 0;
  const completionRate = row.number('completionRate');
  const starts: number[] = [];
  const learners = [atStart];
  const completions: number[] = [];
  planned.forEach((wanted, month) => {
    const finishers = finishersOf(month, lag, starts, atStart);
    const stillLearning = Math.max(0, (learners[month] ?? 0) - finishers);
    const taken = learnersBesides.reduce((sum, other) => sum + (other[month + 1] ?? 0), stillLearning);
    const started = Math.min(wanted, Math.max(0, mostLearners - taken));
    starts.push(started);
    completions.push((finishers + (lag === 0 ? started : 0)) * completionRate);
    learners.push(stillLearning + (lag === 0 ? 0 : started));
  });
  return {
    id: row.id,
    name: row.text('name'),
    from,
    to,
    fromBand: row.optionalText('fromBand'),
    toBand: row.optionalText('toBand'),
    starts,
    unmetStarts: planned.map((wanted, month) => wanted - (starts[month] ?? 0)),
    completions,
    learners,
  };
}

/** People whose training ends with the month: those who started a lag ago, and learners at the baseline evenly. */
function finishersOf(month: number, lag: number, starts: readonly number[], atStart: number): number {
  if (lag === 0) return month === 0 ? atStart : 0;
  return month < lag ? atStart / lag : (starts[month - lag] ?? 0);
}

function unmetStartsNotice({ name, to, unmetStarts }: ProgrammeSchedule): readonly ProjectionNotice[] {
  const amount = unmetStarts.reduce((sum, unmet) => sum + unmet, 0);
  if (amount <= WORTH_TELLING) return [];
  return [
    {
      code: 'programme-starts-unmet',
      staffGroup: to.group.code,
      message: `${name}: there are not enough supervisors for all the learners; these starts did not happen.`,
      amount,
    },
  ];
}
