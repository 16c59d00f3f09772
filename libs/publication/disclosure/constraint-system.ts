import type { Interval } from './disclosure-rule';

/** A number that the attacker wants: people (whole, or real where projected) or FTE of one finest cell; never negative. */
export interface Variable {
  readonly isWhole: boolean;
}

/** What is known of a weighted sum of variables. Weights are 1 where they are left out. */
export interface Constraint extends Interval {
  readonly columns: readonly number[];
  readonly weights?: readonly number[];
}

/** Everything that is known, as linear constraints on what is not. */
export interface ConstraintSystem {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
}

/** A cell that must stay hidden. */
export interface ProtectedCell {
  /** The constraint that carries it. */
  readonly constraint: number;
  /** How its value rounds to whole people. */
  readonly isWhole: boolean;
  /** Width of its legend in whole people: an attacker must be left with no less. */
  readonly width: number;
}

/** A part of a system that shares no variable with the rest; places are those of the whole system. */
export interface ConstraintBlock {
  readonly columns: readonly number[];
  readonly constraints: readonly number[];
}

/** The connected blocks of a system, in the order of their first constraints. */
export function connectedBlocks({ variables, constraints }: ConstraintSystem): readonly ConstraintBlock[] {
  const parent = Int32Array.from(variables, (_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root] as number;
    parent[place] = root;
    return root;
  };
  for (const { columns } of constraints) {
    const first = rootOf(columns[0] ?? 0);
    for (const column of columns) parent[rootOf(column)] = first;
  }
  const blocks = new Map<number, { columns: number[]; constraints: number[] }>();
  constraints.forEach(({ columns }, place) => {
    const [first] = columns;
    if (first === undefined) return;
    const root = rootOf(first);
    const block = blocks.get(root) ?? { columns: [], constraints: [] };
    block.constraints.push(place);
    blocks.set(root, block);
  });
  variables.forEach((_, column) => blocks.get(rootOf(column))?.columns.push(column));
  return [...blocks.values()];
}
