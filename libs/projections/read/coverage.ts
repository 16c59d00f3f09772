import type { BaselineBasis } from '#modules/projection';
import type { OrganisationNode, OrganisationTree } from '#organisations';
import type { EntityManager } from 'typeorm';
import type { Coverage } from './overview';

/** The types whose staff a plan is expected to cover; what is outside is said in the statement. */
const EXPECTED_TYPES: ReadonlySet<string> = new Set(['trust', 'icb']);
const NOT_COVERED = 'not general practice, social care, subsidiaries or hosted staff';

const BASIS_LABELS: Readonly<Record<BaselineBasis, string>> = {
  'staff-in-post': 'staff in post',
  'absence-days': 'derived from absence days, not staff in post',
  'workforce-statistics': 'NHS Workforce Statistics',
  'esr-extract': 'ESR extract',
};

/** Which organisations a figure includes, out of which. */
export interface CoveredOrganisations {
  readonly node: OrganisationNode;
  /** Organisations with a published result. */
  readonly included: readonly OrganisationNode[];
  /** Organisations that it would take for the figure to be complete. */
  readonly expected: readonly OrganisationNode[];
}

/**
 * What a figure of a node is expected to cover: the NHS trusts and ICBs under it, and whoever else takes
 * part in the round; a node that takes part itself stands for all under it.
 */
export function coveredOrganisations(
  tree: OrganisationTree,
  node: OrganisationNode,
  unitIds: { readonly participants: ReadonlySet<string>; readonly published: ReadonlySet<string> },
): CoveredOrganisations {
  const under = unitIds.participants.has(node.id)
    ? [node]
    : tree
        .descendantsOf(node.id)
        .filter(({ id, type }) => EXPECTED_TYPES.has(type) || unitIds.participants.has(id));
  return { node, expected: under, included: under.filter(({ id }) => unitIds.published.has(id)) };
}

/** Opening FTE of some runs by where it comes from, the largest first. */
export async function readBases(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<Coverage['bases']> {
  if (runIds.length === 0) {
    return [];
  }
  const rows: { basis: BaselineBasis; fte: string }[] = await manager.query(
    'SELECT basis, SUM(fte) AS fte FROM projection_opening WHERE result_id IN (?) GROUP BY basis ORDER BY SUM(fte) DESC',
    [runIds],
  );
  return rows.map(({ basis, fte }) => ({ basis, label: BASIS_LABELS[basis], fte: Number(fte) }));
}

/** Puts into words what a figure covers. */
export function describeCoverage(covered: CoveredOrganisations, bases: Coverage['bases']): Coverage {
  const { node, included, expected } = covered;
  const includedIds = new Set(included.map(({ id }) => id));
  return {
    statement: `${whatIsCovered(covered)}. Opening staff: ${inWords(bases)}.`,
    organisationsIncluded: included.length,
    organisationsExpected: expected.length,
    bases,
    missing: expected
      .filter(({ id }) => id !== node.id && !includedIds.has(id))
      .map(({ code, name }) => ({ code, name })),
  };
}

const WTE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

function inWords(bases: Coverage['bases']): string {
  return bases.map(({ label, fte }) => `${WTE.format(fte)} WTE ${label}`).join('; ') || 'none loaded';
}

function whatIsCovered({ node, included, expected }: CoveredOrganisations): string {
  if (expected.length === 1 && expected[0]?.id === node.id) {
    return node.type === 'nation'
      ? `Covers ${node.name} as one by staff group; ${NOT_COVERED}`
      : `Covers ${node.name}; ${NOT_COVERED}`;
  }
  const all = included.length === expected.length ? 'all' : `${included.length} of`;
  return `Covers ${all} ${expected.length} NHS trusts and ICBs of ${node.name}; ${NOT_COVERED}`;
}
