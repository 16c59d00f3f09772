import type { CompileContext, StartGroup } from '../compilation';
import { leadTimeShares } from './lead-time';
import { offerPlan, type OfferCohort } from './offers';
import { addPipelines, runPipeline, type Pipeline, type PipelineRates } from './pipeline';

/** One cohort with what becomes of it. */
export interface CohortPipeline {
  readonly cohort: OfferCohort;
  /** From `monthsBefore` months before the first simulated month. */
  readonly pipeline: Pipeline;
  /** People who will register after the last month, of the offers made up to it. */
  readonly registeringLater: number;
}

/** The pipeline of a staff group. */
export interface GroupPipeline {
  readonly cohorts: readonly CohortPipeline[];
  /** All cohorts together, by simulated month. */
  readonly total: Pipeline;
  /** Waiting at the baseline, out of offers made before it. */
  readonly waitingAtBaseline: number;
}

const PREFIX = 'international-recruitment';

/** The offers of a group on their way to registration, cohort by cohort and together. */
export function groupPipeline(start: StartGroup, context: CompileContext): GroupPipeline {
  const { monthsBefore, cohorts } = offerPlan(start, context);
  const months = context.timeline.months;
  if (cohorts.length === 0) {
    return { cohorts: [], total: addPipelines(months, []), waitingAtBaseline: 0 };
  }
  const rates = pipelineRates(start, context, monthsBefore);
  const run = cohorts.map((cohort) => runCohort(cohort, rates));
  const all = addPipelines(
    monthsBefore + months,
    run.map(({ pipeline }) => pipeline),
  );
  return {
    cohorts: run,
    total: fromMonth(all, monthsBefore),
    waitingAtBaseline: all.waiting[monthsBefore - 1] ?? 0,
  };
}

/** Months before the first simulated one take the values of the year before the round's first. */
function pipelineRates(
  { group }: StartGroup,
  { assumptions }: CompileContext,
  monthsBefore: number,
): PipelineRates {
  const leadTime = (stage: string): readonly number[] => {
    const point = (name: string): number => assumptions.atStart(`${PREFIX}.${stage}-${name}`, group.code);
    return leadTimeShares({ shortest: point('shortest'), usual: point('usual'), longest: point('longest') });
  };
  const byMonth = (parameter: string, convert: (share: number) => number): readonly number[] => [
    ...new Array<number>(monthsBefore).fill(convert(assumptions.atStart(parameter, group.code))),
    ...assumptions.monthly(parameter, group.code, convert),
  ];
  return {
    arriving: byMonth(`${PREFIX}.dropout-before-arrival`, (share) => 1 - share),
    registering: byMonth(`${PREFIX}.registered-in-the-end`, (share) => share),
    toArrival: leadTime('offer-to-arrival'),
    toRegistration: leadTime('arrival-to-registration'),
  };
}

/** Runs a cohort to its end, which may lie after the last month, at the rates of the last month. */
function runCohort(cohort: OfferCohort, rates: PipelineRates): CohortPipeline {
  const beyond = rates.toArrival.length + rates.toRegistration.length;
  const carriedOn = (values: readonly number[], fill: number): readonly number[] => [
    ...values,
    ...new Array<number>(beyond).fill(fill),
  ];
  const whole = runPipeline(carriedOn(cohort.offers, 0), {
    ...rates,
    arriving: carriedOn(rates.arriving, 0),
    registering: carriedOn(rates.registering, rates.registering.at(-1) ?? 0),
  });
  const months = cohort.offers.length;
  return {
    cohort,
    pipeline: toMonth(whole, months),
    registeringLater: whole.registrations.slice(months).reduce((sum, people) => sum + people, 0),
  };
}

function fromMonth(pipeline: Pipeline, month: number): Pipeline {
  return eachLine(pipeline, (line) => line.slice(month));
}

function toMonth(pipeline: Pipeline, month: number): Pipeline {
  return eachLine(pipeline, (line) => line.slice(0, month));
}

function eachLine(pipeline: Pipeline, change: (line: readonly number[]) => readonly number[]): Pipeline {
  return {
    offers: change(pipeline.offers),
    arrivals: change(pipeline.arrivals),
    registrations: change(pipeline.registrations),
    unregisteredLeavers: change(pipeline.unregisteredLeavers),
    waiting: change(pipeline.waiting),
  };
}
