import type { Constraint } from './linear-solver';

/** The objective that is the sum of some rows of a system. */
export function objectiveOfRows(
  columns: number,
  constraints: readonly Constraint[],
  rows: readonly number[],
): Float64Array {
  const objective = new Float64Array(columns);
  for (const row of rows) {
    const constraint = constraints[row];
    constraint?.columns.forEach((column, place) => {
      objective[column] = (objective[column] ?? 0) + (constraint.weights?.[place] ?? 1);
    });
  }
  return objective;
}
