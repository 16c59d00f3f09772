import type { EntryProblem } from '../register/register-rule';
import type { RegisterRow } from '../register/register-rows';

/** Full coverage does not come before the start. */
export function interventionProblems(rows: readonly RegisterRow[]): readonly EntryProblem[] {
  return rows.flatMap((row) => {
    const start = row.text('startMonth');
    const full = row.optionalText('fullMonth') ?? start;
    if (full >= start) return [];
    return [
      {
        entry: row.id,
        field: 'fullMonth',
        rule: 'months-in-order',
        message: `full coverage in ${full} comes before the start in ${start}`,
        fix: `enter ${start} or a later month, or leave it empty`,
      },
    ];
  });
}
