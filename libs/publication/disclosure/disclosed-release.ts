import type { LinearSolver } from '#linear-programming';
import { Attack } from './attack';
import type { AttackedSystem, AttackEffort, PartialWorld } from './block-attack';
import type { Constraint, ProtectedCell } from './constraint-system';
import { legendInterval, PROTECTED_WIDTH, STRUCTURAL_ZERO } from './disclosure-rule';
import { draftRelease, type DraftCell, type ReleaseDraft } from './draft-cells';
import {
  addressText,
  checkEqualityRelease,
  type EqualityRelease,
  type ReleasedCell,
} from './equality-release';
import type { DisclosureRegister, FrozenCell } from './release-register';
import { repair, UnsafeReleaseError } from './repair';
import { withoutSmallCorrections } from './small-corrections';

/** A release whose cells passed the audit, and the register that the next one is audited against. */
export interface DisclosedRelease {
  readonly cells: readonly ReleasedCell[];
  readonly register: DisclosureRegister;
  readonly audit: ReleaseAudit;
}

/** What the audit of a release found and did. */
export interface ReleaseAudit {
  /** Cells of this and earlier releases that must stay hidden. */
  readonly protectedCells: number;
  readonly rounds: number;
  readonly effort: AttackEffort;
}

/**
 * Builds a release: small changes of projected figures left out, rule, audit of everything ever published, repair, audit again from what is published alone,
 * freeze. Deterministic in the register and the figures.
 *
 * @throws RangeError for figures that no table can be made of; UnsafeReleaseError when nothing makes it safe
 */
export function discloseRelease(
  register: DisclosureRegister,
  release: EqualityRelease,
  solver: LinearSolver,
): DisclosedRelease {
  checkEqualityRelease(release);
  const draft = draftRelease(register, withoutSmallCorrections(register, release));
  const cells = new Map(draft.cells);
  const { rounds, proof, effort } = repairDraft(register, { ...draft, cells }, solver);
  const after = freeze(register, { ...draft, cells, proof });
  const { given, protectedCells } = auditRegister(after, solver);
  if (given > 0) throw new UnsafeReleaseError(`${given} hidden cells are given away by the release.`);
  return {
    cells: releasedCells(draft, cells),
    register: after,
    audit: { protectedCells, rounds, effort },
  };
}

/**
 * The audit from outside: only what is published, what links it, and the legend. The worlds of the
 * register's proof are checked against these and save looking for others; a cell without such a proof is attacked anew.
 */
export function auditRegister(
  register: DisclosureRegister,
  solver: LinearSolver,
): { given: number; protectedCells: number } {
  const { attacked, protectedCells } = publishedSystem(register);
  const attack = new Attack(attacked, protectedCells, solver);
  try {
    attack.offer(register.proof);
    return { given: attack.examine().length, protectedCells: protectedCells.length };
  } finally {
    attack.close();
  }
}

/** Everything published as constraints; cells come first, in the register's order. */
export function publishedSystem(
  register: Pick<DisclosureRegister, 'variables' | 'world' | 'links' | 'cells'>,
): {
  readonly attacked: AttackedSystem;
  readonly protectedCells: readonly ProtectedCell[];
} {
  const cells = [...register.cells.values()];
  const constraints: Constraint[] = cells.map((cell) => ({
    columns: cell.columns,
    ...legendInterval(cell, cell.kind),
  }));
  const protectedCells = cells.flatMap((cell, constraint) =>
    cell.isProtected ? [{ constraint, isWhole: cell.kind === 'whole', width: PROTECTED_WIDTH }] : [],
  );
  return {
    attacked: {
      system: { variables: register.variables, constraints: [...constraints, ...register.links] },
      world: register.world,
    },
    protectedCells,
  };
}

function repairDraft(
  register: DisclosureRegister,
  draft: ReleaseDraft & { readonly cells: Map<string, DraftCell> },
  solver: LinearSolver,
): { rounds: number; proof: readonly PartialWorld[]; effort: AttackEffort } {
  const union = frozenCells(register, draft);
  const { attacked, protectedCells } = publishedSystem({ ...draft, cells: union });
  const attack = new Attack(attacked, protectedCells, solver);
  const keys = [...union.keys()];
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  try {
    attack.offer(draft.proof);
    const rounds = repair({ attack, cells: draft.cells, keyAt: keys, placeOf });
    return { rounds, proof: attack.worlds, effort: attack.effort };
  } finally {
    attack.close();
  }
}

function freeze(register: DisclosureRegister, draft: ReleaseDraft): DisclosureRegister {
  const addresses = new Map(register.addresses);
  for (const { address, key } of draft.addresses) {
    if (key !== null) addresses.set(addressText(address), key);
  }
  const { variables, world, links, vintages, proof } = draft;
  return { variables, world, links, vintages, proof, cells: frozenCells(register, draft), addresses };
}

/** Cells of earlier releases, then the new ones. */
function frozenCells(register: DisclosureRegister, { cells }: ReleaseDraft): Map<string, FrozenCell> {
  const union = new Map(register.cells);
  for (const [key, { columns, kind, trueValue, published, isProtected }] of cells) {
    if (!union.has(key)) union.set(key, { ...published, columns, kind, trueValue, isProtected });
  }
  return union;
}

function releasedCells(
  { addresses }: ReleaseDraft,
  cells: ReadonlyMap<string, DraftCell>,
): readonly ReleasedCell[] {
  return addresses.map(({ address, key }) => ({
    ...address,
    ...(cells.get(key ?? '')?.published ?? STRUCTURAL_ZERO),
  }));
}
