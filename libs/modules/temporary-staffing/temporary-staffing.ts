import type { RateContext } from '../compilation';
import {
  calibratedNeed,
  calibrateNeed,
  modelledNeed,
  totalNeed,
  type NeedCalibration,
  type PostsOfMonths,
} from './need';
import { actualAtStart, supplyOf, type TemporarySupply } from './supply';

/** Need of a staff group, FTE by month, and who works it. */
export interface TemporaryStaffing extends TemporarySupply {
  readonly need: readonly number[];
  readonly vacancies: readonly number[];
  readonly absence: readonly number[];
  readonly aboveEstablishment: readonly number[];
  readonly calibration: NeedCalibration;
}

/**
 * Temporary staffing of a group. The calibration is on the baseline month, before any change of
 * sickness.
 */
export function temporaryStaffing(
  staffGroup: string,
  posts: PostsOfMonths,
  context: RateContext,
): TemporaryStaffing {
  const actual = actualAtStart(staffGroup, context);
  const modelled = modelledNeed(staffGroup, posts, context);
  const calibration = calibrateNeed(modelled, actual.bank + actual.agency);
  const parts = calibratedNeed(modelled, calibration);
  const need = totalNeed(parts);
  return { need, calibration, ...parts, ...supplyOf(staffGroup, need, posts.establishment, context) };
}
