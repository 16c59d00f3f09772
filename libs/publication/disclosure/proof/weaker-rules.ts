import { cellKey } from '../release-register';
import { latticeCells } from '../cell-lattice';
import type { Interval } from '../disclosure-rule';
import type { EqualityRelease } from '../equality-release';
import type { AttackedTables } from './attack-outcome';

/** Arithmetic modulo a prime small enough for exact products: independence without rounding. */
const PRIME = 67_108_859;
/** The weaker rules hide 1 to 4 and show zero. */
const MOST_HIDDEN = 4;

interface CountedCell {
  readonly columns: readonly number[];
  readonly people: number;
}

/**
 * Rules that were tried and fell, kept so that the proof is known to catch them: the counted people of a release's
 * base with 1 to 4 hidden and all else exact (`primary`), and with further cells hidden until no hidden one is a
 * linear combination of those shown (`linear-independence`).
 */
export function weakerTables(
  release: EqualityRelease,
  rule: 'primary' | 'linear-independence',
): AttackedTables {
  const { cells, world } = countedCells(release);
  const isSensitive = ({ people }: CountedCell): boolean => people > 0 && people <= MOST_HIDDEN;
  const sensitive = cells.filter(isSensitive);
  const others = cells.filter((cell) => !isSensitive(cell));
  const shown = rule === 'primary' ? others : independentOf(sensitive, others, world.length);
  const isShown = new Set(shown);
  const legend = (cell: CountedCell): Interval => {
    if (isShown.has(cell)) return { low: cell.people, high: cell.people };
    return isSensitive(cell) ? { low: 1, high: MOST_HIDDEN } : { low: 0, high: Infinity };
  };
  return {
    attacked: {
      system: {
        variables: world.map(() => ({ isWhole: true })),
        constraints: cells.map((cell) => ({ columns: cell.columns, ...legend(cell) })),
      },
      world,
    },
    protectedCells: cells.flatMap((cell, constraint) =>
      isSensitive(cell) ? [{ constraint, isWhole: true, width: MOST_HIDDEN - 1 }] : [],
    ),
    truth: cells.map(({ people }) => people),
  };
}

function countedCells(release: EqualityRelease): {
  cells: readonly CountedCell[];
  world: readonly number[];
} {
  const [base] = release.dates;
  if (base === undefined) return { cells: [], world: [] };
  const world: number[] = [];
  const variables = new Map(
    base.organisations.map(({ organisation, headcount, isImpossible }) => [
      organisation,
      headcount.map((people, cell) => (isImpossible[cell] === true ? null : world.push(people) - 1)),
    ]),
  );
  const cells = new Map<string, CountedCell>();
  for (const { columns, trueValue } of latticeCells(
    release,
    base,
    'headcount',
    (code) => variables.get(code) ?? [],
  )) {
    if (columns.length > 0) cells.set(cellKey(columns), { columns, people: trueValue });
  }
  return { cells: [...cells.values()], world };
}

/** The cells that can be shown, the largest first, without any sensitive one becoming a combination of them. */
function independentOf(
  sensitive: readonly CountedCell[],
  others: readonly CountedCell[],
  size: number,
): readonly CountedCell[] {
  const rests = sensitive.map(({ columns }) => vectorOf(columns, size));
  const basis: { pivot: number; vector: Float64Array }[] = [];
  const shown: CountedCell[] = [];
  for (const cell of [...others].sort((left, right) => right.people - left.people)) {
    const vector = vectorOf(cell.columns, size);
    for (const known of basis) eliminate(vector, known.vector, known.pivot);
    const pivot = vector.findIndex((entry) => entry !== 0);
    if (pivot < 0) {
      shown.push(cell);
      continue;
    }
    scale(vector, inverse(vector[pivot] as number));
    const reduced = rests.map((rest) => eliminated(rest, vector, pivot));
    if (reduced.some((rest) => rest.every((entry) => entry === 0))) continue;
    reduced.forEach((rest, place) => rests[place]?.set(rest));
    basis.push({ pivot, vector });
    shown.push(cell);
  }
  return shown;
}

function vectorOf(columns: readonly number[], size: number): Float64Array {
  const vector = new Float64Array(size);
  for (const column of columns) vector[column] = 1;
  return vector;
}

function eliminated(vector: Float64Array, by: Float64Array, pivot: number): Float64Array {
  const copy = vector.slice();
  eliminate(copy, by, pivot);
  return copy;
}

/** Takes the multiple of a vector away that clears its pivot; the pivot's entry is 1. */
function eliminate(vector: Float64Array, by: Float64Array, pivot: number): void {
  const factor = vector[pivot] as number;
  if (factor === 0) return;
  by.forEach((entry, column) => {
    if (entry === 0) return;
    const rest = ((vector[column] as number) - ((factor * entry) % PRIME)) % PRIME;
    vector[column] = rest < 0 ? rest + PRIME : rest;
  });
}

function scale(vector: Float64Array, factor: number): void {
  vector.forEach((entry, column) => {
    vector[column] = (entry * factor) % PRIME;
  });
}

/** Inverse modulo the prime, by the extended Euclidean algorithm. */
function inverse(value: number): number {
  let [remainder, next] = [PRIME, value];
  let [coefficient, nextCoefficient] = [0, 1];
  while (next !== 0) {
    const quotient = Math.floor(remainder / next);
    [remainder, next] = [next, remainder - quotient * next];
    [coefficient, nextCoefficient] = [nextCoefficient, coefficient - quotient * nextCoefficient];
  }
  return coefficient < 0 ? coefficient + PRIME : coefficient;
}
