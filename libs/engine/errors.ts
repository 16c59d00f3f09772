/** The input cannot be simulated; every problem found is listed, each naming its place. */
export class EngineInputError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The engine input is not valid: ${problems.join('; ')}`);
    this.name = 'EngineInputError';
  }
}

/** Where and by how much a law of the model was broken. */
export interface Violation {
  readonly law: string;
  readonly group: string;
  /** Simulated month, counted from 0. */
  readonly month: number;
  /** Index of the cell in its group, or null where the group as a whole is meant. */
  readonly cell: number | null;
  readonly found: number;
  readonly expected: number;
}

/** The simulation broke conservation, non-negativity or finiteness: a defect, never a matter of input. */
export class EngineInvariantError extends Error {
  constructor(readonly violation: Violation) {
    const { law, group, month, cell, found, expected } = violation;
    const place = cell === null ? '' : `, cell ${cell}`;
    super(`${law}: group ${group}, month ${month}${place}: found ${found}, expected ${expected}`);
    this.name = 'EngineInvariantError';
  }
}
