import { lineOf, monthMeans, type DeriveLines, type RateContext } from '../compilation';
import { absenceOfMonths, shortfall, type AbsenceOfMonths } from '../sickness-absence';
import { calibratedNeed, calibrateNeed, modelledNeed, totalNeed, type PostsOfMonths } from './need';
import { actualAtStart, supplyOf, type TemporarySupply } from './supply';

/** Need of a staff group, FTE by month, and who works it. */
export interface TemporaryStaffing extends TemporarySupply {
  readonly need: readonly number[];
  readonly vacancies: readonly number[];
  readonly absence: readonly number[];
  readonly aboveEstablishment: readonly number[];
}

/**
 * Temporary staffing of a group. `sickness` is what the staff group has in the months to come; the
 * calibration is on the baseline month, where it does not differ.
 */
export function temporaryStaffing(
  staffGroup: string,
  posts: PostsOfMonths,
  absence: Pick<AbsenceOfMonths, 'sickness' | 'other'>,
  context: RateContext,
): TemporaryStaffing {
  const actual = actualAtStart(staffGroup, context);
  const modelled = modelledNeed(staffGroup, posts, absence, context);
  const parts = calibratedNeed(modelled, calibrateNeed(modelled, actual.bank + actual.agency));
  const need = totalNeed(parts);
  return { need, ...parts, ...supplyOf(staffGroup, need, posts.establishment, context) };
}

/** Need for temporary staff by cause, bank, agency and what stays unfilled, and the shortfall after them. */
export const temporaryStaffingLines: DeriveLines = (group, context) => {
  const { code } = group.start.group;
  const posts = {
    establishment: monthMeans(lineOf(group, 'establishment')),
    inPost: monthMeans(lineOf(group, 'fte')),
  };
  const temporary = temporaryStaffing(code, posts, absenceOfMonths(code, context), context);
  const available = lineOf(group, 'available-fte');
  const backfill = lineOf(group, 'apprenticeship-backfill-fte');
  const planned = context.assumptions.atStart('sickness-absence.planned-absence', code);
  return {
    'temporary-need-fte': temporary.need,
    'temporary-need-vacancies-fte': temporary.vacancies,
    'temporary-need-absence-fte': temporary.absence,
    'temporary-need-above-establishment-fte': temporary.aboveEstablishment,
    'bank-fte': temporary.bank,
    'agency-fte': temporary.agency,
    'unfilled-fte': temporary.unfilled,
    shortfall: lineOf(group, 'requirement').map((requirement, month) =>
      shortfall({
        requirement,
        plannedAbsence: planned,
        available: available[month] ?? 0,
        temporary: (temporary.bank[month] ?? 0) + (temporary.agency[month] ?? 0) + (backfill[month] ?? 0),
      }),
    ),
  };
};
