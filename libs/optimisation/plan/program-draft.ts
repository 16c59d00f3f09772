import type { Constraint, Variable } from '#linear-programming';

/** Collects rows and columns, and opens them together. */
export class ProgramDraft {
  readonly variables: Variable[] = [];
  readonly constraints: Constraint[] = [];

  column(low: number, high: number, isWhole = false): number {
    return this.variables.push({ low, high, isWhole }) - 1;
  }

  row(entries: ReadonlyMap<number, number>, low: number, high: number): number {
    return (
      this.constraints.push({ columns: [...entries.keys()], weights: [...entries.values()], low, high }) - 1
    );
  }
}
