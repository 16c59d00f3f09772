import { lineOf, monthNumber, type CompileContext, type DeriveLines } from '../compilation';
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
  const headcount = lineOf(group, 'headcount');
  const offTheJob = fromBaseline('apprenticeship-levy.off-the-job-share', code, context);
  const backfill = fromBaseline('apprenticeship-levy.backfill-share', code, context);
  const time = training.map((people, month) => {
    const mean = ((headcount[Math.max(0, month - 1)] ?? 0) + (headcount[month] ?? 0)) / 2;
    const shareInTraining = mean > 0 ? Math.min(1, people / mean) : 0;
    return (available[month] ?? 0) * shareInTraining * (offTheJob[month] ?? 0);
  });
  return {
    'apprentices-in-training-headcount': training,
    'apprenticeship-training-fte': time,
    'apprenticeship-backfill-fte': time.map((fte, month) => fte * (backfill[month] ?? 0)),
    'available-fte': available.map((fte, month) => fte - (time[month] ?? 0)),
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
  return [monthly[0] ?? 0, ...monthly];
}
