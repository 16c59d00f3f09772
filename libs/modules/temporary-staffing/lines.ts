import { lineOf, type DeriveLines } from '../compilation';
import { shortfall } from '../sickness-absence';
import { postsOfMonths } from './posts-of-months';
import { temporaryStaffing } from './temporary-staffing';

/** Need for temporary staff by cause, bank, agency and what stays unfilled, and the shortfall after them. */
export const temporaryStaffingLines: DeriveLines = (group, context) => {
  const { code } = group.start.group;
  const posts = postsOfMonths({
    establishment: lineOf(group, 'establishment'),
    fte: lineOf(group, 'fte'),
    'sickness-fte': lineOf(group, 'sickness-fte'),
    'other-absence-fte': lineOf(group, 'other-absence-fte'),
  });
  const temporary = temporaryStaffing(code, posts, context);
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
