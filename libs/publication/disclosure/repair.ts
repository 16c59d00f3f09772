import type { Attack } from './attack';
import type { CellKnowledge } from './block-attack';
import { WITHHELD } from './disclosure-rule';
import type { DraftCell } from './draft-cells';

/** A release that cannot be made safe by withholding what is new in it. */
export class UnsafeReleaseError extends Error {
  override readonly name = 'UnsafeReleaseError';
}

/** The cells of a draft by their place among the constraints of the attack. */
export interface RepairScope {
  readonly attack: Attack;
  readonly cells: Map<string, DraftCell>;
  readonly keyAt: readonly (string | null)[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/**
 * Withholds cells until the attack finds nothing. In each round the fewest cells that hold the attacker's bounds
 * are withheld, the smallest first; cells that were published before never change.
 *
 * @returns how many rounds it took
 * @throws UnsafeReleaseError when earlier releases alone give a cell away
 */
export function repair(scope: RepairScope): number {
  for (let round = 0; ; round += 1) {
    const found = scope.attack.examine();
    if (found.length === 0) return round;
    const chosen = fewestThatHold(found.map((cell) => candidatesFor(scope, cell)));
    for (const cell of chosen) withhold(scope, cell);
  }
}

/** What may be withheld to protect a cell: numbers that hold its bounds; failing these, hidden cells that do. */
function candidatesFor(scope: RepairScope, { heldBy, constraint }: CellKnowledge): readonly DraftCell[] {
  const holding = heldBy.flatMap((place) => cellAt(scope, place) ?? []).filter((cell) => cell.isChangeable);
  const open = holding.filter(({ published }) => published.status === '');
  if (open.length > 0) return open;
  const hidden = holding.filter(({ published }) => published.status === 'c');
  if (hidden.length > 0) return hidden;
  const containing = containingMargins(scope, constraint);
  if (containing.length > 0) return containing.slice(0, 1);
  const around = openCellsAround(scope, constraint);
  if (around.length > 0) return around.slice(0, 1);
  throw new UnsafeReleaseError(
    'A hidden cell is given away by what earlier releases show, whatever this one withholds. ' +
      'Publish coarser cells: fewer boundaries, dates or organisations.',
  );
}

/** Open margins that contain a cell, the smallest first. */
function containingMargins(scope: RepairScope, constraint: number): readonly DraftCell[] {
  const columns = cellAt(scope, constraint)?.columns ?? [];
  return [...scope.cells.values()]
    .filter(({ isChangeable, published }) => isChangeable && published.status === '')
    .filter((margin) => {
      const members = new Set(margin.columns);
      return columns.every((column) => members.has(column));
    })
    .sort(smallerFirst);
}

/** Open cells, the smallest first, that can matter for a cell at all. */
function openCellsAround(scope: RepairScope, constraint: number): readonly DraftCell[] {
  return scope.attack
    .constraintsAround(constraint)
    .flatMap((place) => cellAt(scope, place) ?? [])
    .filter(({ isChangeable, published }) => isChangeable && published.status === '')
    .sort(smallerFirst);
}

function cellAt({ cells, keyAt }: RepairScope, place: number): DraftCell | undefined {
  return cells.get(keyAt[place] ?? '');
}

/** Greedy cover: the cell that serves most comes first, of equals the smallest. */
function fewestThatHold(needs: readonly (readonly DraftCell[])[]): readonly DraftCell[] {
  const chosen: DraftCell[] = [];
  let open = needs.map((candidates) => new Map(candidates.map((cell) => [cell.key, cell])));
  while (open.length > 0) {
    const hits = new Map<string, { cell: DraftCell; count: number }>();
    for (const [key, cell] of open.flatMap((candidates) => [...candidates])) {
      hits.set(key, { cell, count: (hits.get(key)?.count ?? 0) + 1 });
    }
    const [best] = [...hits.values()].sort(
      (left, right) =>
        right.count / costOf(right.cell) - left.count / costOf(left.cell) ||
        smallerFirst(left.cell, right.cell),
    );
    if (best === undefined) break;
    chosen.push(best.cell);
    open = open.filter((candidates) => !candidates.has(best.cell.key));
  }
  return chosen;
}

/** Withholding people withholds FTE with them. */
function costOf({ fteKey }: DraftCell): number {
  return fteKey === null ? 1 : 2;
}

function smallerFirst(left: DraftCell, right: DraftCell): number {
  return left.trueValue - right.trueValue || (left.key < right.key ? -1 : 1);
}

function withhold(scope: RepairScope, { key }: DraftCell): void {
  const cell = scope.cells.get(key);
  const place = scope.placeOf.get(key);
  if (cell?.isChangeable !== true || place === undefined || cell.published.status === 'w') return;
  scope.cells.set(key, { ...cell, published: WITHHELD });
  scope.attack.release(place);
  const equivalents = scope.cells.get(cell.fteKey ?? '');
  if (equivalents !== undefined) withhold(scope, equivalents);
}
