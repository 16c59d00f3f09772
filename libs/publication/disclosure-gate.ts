import type { LinearSolver } from '#linear-programming';
import type { EqualityFigures } from './england/equality-figures';
import {
  addressText,
  discloseRelease,
  informationLoss,
  type DisclosureRegister,
  type InformationLoss,
  type ReleaseAudit,
  type ReleasedCell,
} from './disclosure';

/** What an audit found and what protection cost: kept with the register, never published, for it rests on the truth. */
export interface DisclosureReport {
  /** Null where the release has no equality table. */
  readonly audit: ReleaseAudit | null;
  readonly informationLoss: InformationLoss | null;
  readonly organisationsWithoutTable: readonly string[];
}

/** Equality tables that may leave. */
export interface GatedTables {
  readonly cells: readonly ReleasedCell[];
  /** The register after them; null where nothing is added to it. */
  readonly register: DisclosureRegister | null;
  readonly report: DisclosureReport;
}

/**
 * The way out for everything that counts people by ethnicity: rule, audit of everything ever published, repair, audit
 * again, freeze. What does not pass is not returned.
 *
 * @throws UnsafeReleaseError when nothing makes the tables safe; RangeError for figures that no table can be made of
 */
export function passDisclosureGate(
  register: DisclosureRegister,
  { release, withoutTable }: EqualityFigures,
  solver: LinearSolver,
): GatedTables {
  if (release === null) {
    const report = { audit: null, informationLoss: null, organisationsWithoutTable: withoutTable };
    return { cells: [], register: null, report };
  }
  const disclosed = discloseRelease(register, release, solver);
  const shown = disclosed.cells.flatMap((cell) => {
    const key = disclosed.register.addresses.get(addressText(cell));
    return disclosed.register.cells.get(key ?? '') ?? [];
  });
  return {
    cells: disclosed.cells,
    register: disclosed.register,
    report: {
      audit: disclosed.audit,
      informationLoss: informationLoss(shown),
      organisationsWithoutTable: withoutTable,
    },
  };
}
