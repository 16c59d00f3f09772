import type { ProjectionInput } from '../projection/projection-input';
import { AssumptionReader } from './assumption-reader';
import type { RateContext } from './compile-context';
import { MonthlyProfiles } from './monthly-profiles';
import { timelineOf } from './timeline';

/** Assumptions by month of an input, for what is reported after the projection. */
export function rateContextOf(
  input: Pick<ProjectionInput, 'calendar' | 'assumptions' | 'registers'>,
): RateContext {
  const timeline = timelineOf(input.calendar);
  const profiles = new MonthlyProfiles(input, timeline);
  return { timeline, assumptions: new AssumptionReader(input.assumptions, timeline, profiles) };
}
