import {
  differenceOfSeries,
  lineOf,
  monthMeans,
  monthNumber,
  precededBy,
  productOfSeries,
  type CompileContext,
  type DeriveLines,
} from '../compilation';
import { costOfOneFte } from '../pay-bill/employer-cost';
import { inTraining } from './cohort';
import { apprenticeCohorts } from './cohorts';

/**
 * Apprentices of the group in training, the time they are off the job, what of it is backfilled, and what
 * is left available. Time off the job = available FTE x share of the group's people in training x share
 * of their time: an apprentice who is ill is not training. Index 0 is the baseline month.
 */
export const apprenticeshipTrainingLines: DeriveLines = (group, context) => {
  const { code } = group.start.group;
  const training = context.assumptions.recall(`apprentices ${code}`, group.start, () =>
    headcountInTraining(code, context),
  );
  const available = lineOf(group, 'available-fte');
  const offTheJob = fromBaseline('apprenticeship-levy.off-the-job-share', code, context);
  const backfill = fromBaseline('apprenticeship-levy.backfill-share', code, context);
  const mean = monthMeans(lineOf(group, 'headcount'));
  const time = new Array<number>(training.length).fill(0);
  for (let month = 0; month < time.length; month += 1) {
    const people = mean[month] ?? 0;
    const shareInTraining = people > 0 ? Math.min(1, (training[month] ?? 0) / people) : 0;
    time[month] = (available[month] ?? 0) * shareInTraining * (offTheJob[month] ?? 0);
  }
  return {
    'apprentices-in-training-headcount': training,
    'apprenticeship-training-fte': time,
    'apprenticeship-backfill-fte': productOfSeries(time, backfill),
    'available-fte': differenceOfSeries(available, time),
  };
};

/**
 * Cost of backfill: backfilled FTE x what an FTE of the group's own staff costs the organisation in the
 * month (basic pay, supplement, National Insurance, local pension) x (1 + premium).
 */
export const apprenticeshipBackfillLines: DeriveLines = (group, context) => {
  const backfill = lineOf(group, 'apprenticeship-backfill-fte');
  if (backfill.every((fte) => fte === 0)) return { 'apprenticeship-backfill-cost': backfill };
  const premium = fromBaseline('apprenticeship-levy.backfill-premium', group.start.group.code, context);
  const { employer } = costOfOneFte(group, context);
  const cost = backfill.map(
    (backfilled, month) => backfilled * (employer[month] ?? 0) * (1 + (premium[month] ?? 0)),
  );
  return { 'apprenticeship-backfill-cost': cost };
};

function headcountInTraining(staffGroup: string, { input, timeline }: CompileContext): readonly number[] {
  const own = apprenticeCohorts(input).filter(({ donorGroup }) => donorGroup === staffGroup);
  const baseline = monthNumber(input.calendar.baselineMonth);
  const atBaseline = own.reduce((sum, cohort) => sum + (cohort.isUnderWay ? cohort.people : 0), 0);
  const after = Array.from({ length: timeline.months }, (_, place) =>
    own.reduce((sum, cohort) => sum + inTraining(cohort, baseline + 1 + place), 0),
  );
  return [atBaseline, ...after];
}

/** A yearly assumption by month, the baseline month as the first one after it. */
function fromBaseline(
  parameter: string,
  staffGroup: string,
  { assumptions }: CompileContext,
): readonly number[] {
  const monthly = assumptions.monthly(parameter, staffGroup);
  return precededBy(monthly[0] ?? 0, monthly);
}
