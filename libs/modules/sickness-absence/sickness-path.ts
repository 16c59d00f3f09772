import type { RateContext } from '../compilation';
import { sicknessSeason } from './season';

/** Shares of contracted FTE that are absent, one value per simulated month. */
export interface AbsenceOfMonths {
  /** Sickness: the year's rate on its way to the target, times the season. */
  readonly sickness: readonly number[];
  /** Sickness if the rate of the baseline stayed: what improvement is measured against. */
  readonly sicknessWithoutImprovement: readonly number[];
  /** Annual leave, study, maternity and other absence. */
  readonly other: readonly number[];
  /** Sickness of the baseline month: the rate at the start in that month's season. */
  readonly sicknessAtStart: number;
  /** Other absence of the baseline, which establishment and requirement allow for. */
  readonly otherAtStart: number;
}

/** Absence of a staff group by month. */
export function absenceOfMonths(staffGroup: string, context: RateContext): AbsenceOfMonths {
  const { assumptions, timeline } = context;
  return assumptions.recall(`absence of months ${staffGroup}`, timeline, () =>
    compileAbsenceOfMonths(staffGroup, context),
  );
}

function compileAbsenceOfMonths(staffGroup: string, context: RateContext): AbsenceOfMonths {
  const { assumptions, timeline } = context;
  const season = sicknessSeason(staffGroup);
  const inPlace = (rate: number, place: number): number => Math.min(1, rate * (season[place] ?? 1));
  const inSeason = (rate: number, month: number): number => inPlace(rate, timeline.placeInYear[month] ?? 0);
  const atStart = assumptions.atStart('sickness-absence.rate', staffGroup);
  return {
    sickness: rateOnItsWay(staffGroup, context).map(inSeason),
    sicknessWithoutImprovement: timeline.yearOfMonth.map((_, month) => inSeason(atStart, month)),
    other: assumptions.monthly('sickness-absence.other-absence', staffGroup),
    sicknessAtStart: inPlace(atStart, ((timeline.placeInYear[0] ?? 0) + 11) % 12),
    otherAtStart: assumptions.atStart('sickness-absence.other-absence', staffGroup),
  };
}

/**
 * The year's rate, moving to the target in equal monthly steps from the round's first month:
 * `r + min(1, k / n) (target - r)` in the k-th of `n` months, the target from then on. A rate already
 * below the target stays. Without months to the target there is none.
 */
function rateOnItsWay(staffGroup: string, { assumptions, timeline }: RateContext): readonly number[] {
  const entered = assumptions.monthly('sickness-absence.rate', staffGroup);
  const months = assumptions.atStart('sickness-absence.months-to-target', staffGroup);
  if (months === 0) return entered;
  const target = assumptions.atStart('sickness-absence.target-rate', staffGroup);
  const roundStart = timeline.yearOfMonth.findIndex((year) => year >= 1);
  return entered.map((rate, month) => {
    const passed = Math.max(0, month - roundStart + 1);
    return rate + Math.min(1, passed / months) * Math.min(0, target - rate);
  });
}
