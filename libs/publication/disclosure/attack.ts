import type { LinearSolver } from '#linear-programming';
import {
  BlockAttack,
  type AttackedSystem,
  type AttackEffort,
  type PartialWorld,
  type CellKnowledge,
} from './block-attack';
import { connectedBlocks, type ProtectedCell } from './constraint-system';

/**
 * The auditor as an attacker: knows everything in the system and nothing else, and says of which protected cells
 * less than the legend's width remains. Kept open, so that a repair pays only for what was not safe.
 *
 * Proof of safety is by witnesses: a cell is safe when two possible worlds differ in it by the legend's width.
 */
export class Attack {
  readonly effort: AttackEffort = {
    byWalk: 0,
    byProgram: 0,
    linearPrograms: 0,
    integerPrograms: 0,
  };
  private readonly blocks: readonly BlockAttack[];
  private readonly blockOf = new Map<number, BlockAttack>();

  constructor(
    private readonly attacked: AttackedSystem,
    cells: readonly ProtectedCell[],
    solver: LinearSolver,
  ) {
    const isProtected = new Set(cells.map(({ constraint }) => constraint));
    const blocks = connectedBlocks(attacked.system).filter(({ constraints }) =>
      constraints.some((place) => isProtected.has(place)),
    );
    this.blocks = blocks.map((block) => {
      const attack = new BlockAttack(attacked, block, solver, this.effort);
      for (const place of block.constraints) this.blockOf.set(place, attack);
      return attack;
    });
    for (const cell of cells) this.blockOf.get(cell.constraint)?.protect([cell]);
  }

  /** The worlds found: the proof that what is safe is safe, which anybody can check without a solver. */
  get worlds(): readonly PartialWorld[] {
    return this.blocks.flatMap((block) => block.worlds);
  }

  /**
   * Takes worlds found before, with what is true for the variables they lack: they count as far as they fit what is
   * known now, if need be after small changes.
   */
  offer(worlds: readonly PartialWorld[]): void {
    const full = worlds.map(({ columns, values }) => {
      const world = Float64Array.from(this.attacked.world);
      columns.forEach((column, place) => {
        world[column] = values[place] as number;
      });
      return world;
    });
    for (const block of this.blocks) block.offer(full);
  }

  /** The constraints of the block that a constraint belongs to: what can matter for it. */
  constraintsAround(constraint: number): readonly number[] {
    return this.blockOf.get(constraint)?.constraints ?? [];
  }

  /** The protected cells of which less than the legend's width is left, with what gives them away. */
  examine(): readonly CellKnowledge[] {
    return this.blocks.flatMap((block) => block.examine());
  }

  /** Takes a published number away. */
  release(constraint: number): void {
    this.blockOf.get(constraint)?.release(constraint);
  }

  close(): void {
    for (const block of this.blocks) block.close();
  }
}
