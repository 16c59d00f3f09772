import { ASSUMPTION_STEPS } from './assumption.steps';
import { DATA_STEPS } from './data.steps';
import { GAP_AND_YEAR_STEPS } from './gap-and-year.steps';
import { SIGN_OFF_STEPS } from './sign-off.steps';
import type { TourStep } from './tour-step';

/** The tour, from an extract to a submitted plan; each step goes on where the one before it ended. */
export const TOUR_STEPS: readonly TourStep[] = [
  ...DATA_STEPS,
  ...ASSUMPTION_STEPS,
  ...GAP_AND_YEAR_STEPS,
  ...SIGN_OFF_STEPS,
];
